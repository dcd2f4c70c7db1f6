import { describe, expect, it } from 'vitest';
import { calculateOfficial } from '../../../src/tax/official/official.ts';
import type { OfficialResult } from '../../../src/tax/official/official-result.ts';
import { prepareYear } from '../../../src/tax/official/prepared-year.ts';
import { INCOME_YEARS, readTaxCases, type TaxCase, taxYear } from '../fixtures.ts';

/** The columns of tax-cases.csv, and the amounts of a result that must equal them. */
const COLUMNS: Readonly<Record<string, keyof OfficialResult>> = {
  parts: 'shares',
  taxable_income: 'taxableIncome',
  tax_by_scale_with_parts: 'taxWithAllShares',
  tax_by_scale_without_dependants: 'taxWithAdultShares',
  qf_capped: 'capped',
  tax_after_cap: 'taxAfterCap',
  decote: 'decote',
  reduction_20: 'reduction',
  income_tax: 'incomeTax',
  cehr: 'cehr',
  final: 'amountDue',
  marginal_rate: 'rate',
};

/**
 * A widowed reduction may give back, to the euro, all that the cap took. In these ten rows the marginal rate follows the
 * floating-point noise of the program that made them, half of them each way; the law's rate is that of all shares.
 */
function hasArbitraryRate({ household }: TaxCase, result: OfficialResult): boolean {
  return household.situation === 'widowed' && result.capped && result.surcharge === 0;
}

function differences(row: TaxCase, result: OfficialResult): string[] {
  return Object.entries(COLUMNS)
    .filter(([column]) => column !== 'marginal_rate' || !hasArbitraryRate(row, result))
    .filter(([column, field]) => Number(row.columns[column]) !== Number(result[field]))
    .map(([column, field]) => `${row.id}: ${column} ${row.columns[column]}, computed ${result[field]}`);
}

const cases = readTaxCases();

describe('tax-cases.csv, every column of every row', () => {
  it('has its 8,773 households', () => expect(cases).toHaveLength(8773));

  it.each(INCOME_YEARS)('incomes of %i', (incomeYear) => {
    const year = prepareYear(taxYear(incomeYear));
    const rows = cases.filter((row) => row.incomeYear === incomeYear);
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.flatMap((row) => differences(row, calculateOfficial(row.household, year)))).toEqual([]);
  });

  it('leaves out no more rates than the ten arbitrary ones', () => {
    const years = new Map(INCOME_YEARS.map((incomeYear) => [incomeYear, prepareYear(taxYear(incomeYear))]));
    const arbitrary = cases.filter((row) => {
      const year = [...years].find(([incomeYear]) => incomeYear === row.incomeYear)?.[1];
      return year && hasArbitraryRate(row, calculateOfficial(row.household, year));
    });
    expect(arbitrary).toHaveLength(10);
  });
});
