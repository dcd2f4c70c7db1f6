import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { InvalidTaxYear } from '../../../src/database/tax-years/invalid-tax-year.ts';
import { shippedTaxYears } from '../../../src/database/tax-years/shipped-tax-years.ts';
import { formatTaxYear, parseTaxYearFile } from '../../../src/database/tax-years/tax-year-file.ts';
import type { TaxYearDocument } from '../../../src/tax/years/tax-year-document.ts';

const adminData = readFileSync('test/database/data/admindata.json', 'utf8');
const [year2018] = shippedTaxYears() as [TaxYearDocument];

function issuesOf(text: string): string[] {
  try {
    parseTaxYearFile(parse(text), 'year.yaml');
  } catch (error) {
    if (!(error instanceof InvalidTaxYear)) throw error;
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  }
  throw new Error('the file is accepted');
}

describe('a tax year in YAML', () => {
  it.each(shippedTaxYears())('reads what it wrote: $incomeYear', (year) => {
    expect(parseTaxYearFile(parse(formatTaxYear(year)), 'year.yaml')).toEqual({ kind: 'tax-year', year });
  });

  it.each([
    ['a cut file', formatTaxYear(year2018).slice(0, 200)],
    ['a list', '- 1'],
    ['nothing', ''],
    ['another kind of file', 'GIF89a'],
    ['a forged prototype', '__proto__: { incomeYear: 2018 }'],
  ])('refuses %s', (_, text) => {
    expect(issuesOf(text).length).toBeGreaterThan(0);
  });
});

describe("the earlier application's admindata.json", () => {
  it('gives the constants of the legacy method', () => {
    expect(parseTaxYearFile(parse(adminData), 'admindata.json')).toEqual({
      kind: 'admin-data',
      legacy: year2018.legacy,
    });
  });

  it('may come with the id of a server’s answer', () => {
    const text = adminData.replace('{', '{ "id": 1,');
    expect(parseTaxYearFile(parse(text), 'admindata.json')).toMatchObject({ legacy: year2018.legacy });
  });

  it('names its issues by its own keys', () => {
    const text = adminData
      .replace('73779', '7377')
      .replace('20163.45', '20163.4')
      .replace('"plafond_decote_couple": 1970', '"plafond_decote_couple": 19');
    const issues = issuesOf(text);
    expect(issues).toEqual(
      expect.arrayContaining([
        expect.stringContaining('limites.2: must be above'),
        expect.stringContaining('coeffn.4: must be'),
        expect.stringContaining('plafond_decote_celibataire: must not be above'),
      ]),
    );
  });

  it('needs all its keys and lists of one length', () => {
    expect(issuesOf('{"limites": [1], "coeffr": [0, 1], "coeffn": [0]}').length).toBeGreaterThan(9);
    expect(issuesOf(adminData.replace('9964, ', ''))).toEqual([
      expect.stringContaining('as many values as one another'),
    ]);
  });
});
