import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importTaxYear } from '../../../src/database/tax-years/import-tax-year.ts';
import { InvalidTaxYear } from '../../../src/database/tax-years/invalid-tax-year.ts';
import { shippedTaxYears } from '../../../src/database/tax-years/shipped-tax-years.ts';
import type { TaxYearRepository } from '../../../src/database/tax-years/tax-year-repository.ts';
import type { TaxYearDocument } from '../../../src/tax/years/tax-year-document.ts';

const adminData: unknown = JSON.parse(readFileSync('test/database/data/admindata.json', 'utf8'));
const years = shippedTaxYears();
const [year2018, year2019] = years as [TaxYearDocument, TaxYearDocument];

function repository(): TaxYearRepository & { readonly saved: TaxYearDocument[] } {
  const saved: TaxYearDocument[] = [];
  return {
    saved,
    list: async () => years,
    save: async (year) => void saved.push(year),
    remove: async () => undefined,
  };
}

describe('the import of a tax year', () => {
  it('adds a new year', async () => {
    const target = repository();
    const year = { ...year2019, incomeYear: 2026 };
    expect(await importTaxYear(target, { values: year, name: '2026.yaml' })).toEqual({
      year,
      replaced: false,
    });
    expect(target.saved).toEqual([year]);
  });

  it('replaces a known year', async () => {
    const source = { values: year2018, name: 'a' };
    expect(await importTaxYear(repository(), source)).toMatchObject({ replaced: true });
  });

  it('gives the values of an admindata.json to 2018, or to the year that is named', async () => {
    const target = repository();
    await importTaxYear(target, { values: adminData, name: 'admindata.json' });
    await importTaxYear(target, { values: adminData, name: 'admindata.json', adminDataYear: 2019 });
    expect(target.saved).toEqual([year2018, { ...year2019, legacy: year2018.legacy }]);
  });

  it('refuses an admindata.json for a year without official values', async () => {
    const target = repository();
    const source = { values: adminData, name: 'admindata.json', adminDataYear: 2040 };
    await expect(importTaxYear(target, source)).rejects.toThrow(/2040: import that year as YAML first/);
    expect(target.saved).toEqual([]);
  });

  it('changes nothing for an invalid file', async () => {
    const target = repository();
    const source = { values: { incomeYear: 1 }, name: 'x.yaml' };
    await expect(importTaxYear(target, source)).rejects.toThrow(InvalidTaxYear);
    expect(target.saved).toEqual([]);
  });
});
