import { expect, it } from 'vitest';
import { countedOffice } from '../../../src/cli/serve/counted-office.ts';
import { shippedTaxYears } from '../../../src/dao/tax-years/shipped.ts';
import { createMeters } from '../../../src/operations/metrics/meters.ts';
import { shortHousehold } from '../../../src/tax/household.ts';
import { createTaxOffice, UnknownIncomeYear } from '../../../src/tax/tax-office.ts';

it('counts what it computes by income year, and gives the same results', () => {
  const meters = createMeters();
  const office = createTaxOffice({ method: 'official', years: shippedTaxYears() });
  const counted = countedOffice(office, meters);
  const household = shortHousehold(true, 2, 55_555);
  for (const year of [2024, 2025, 2025]) {
    expect(counted.calculate(household, year)).toEqual(office.calculate(household, year));
  }
  expect(() => counted.calculate(household, 1999)).toThrow(UnknownIncomeYear);
  expect(counted.years).toEqual(office.years);
  expect(meters.calculations.samples()).toEqual([
    { labels: { door: 'batch', method: 'official', income_year: '2024' }, value: 1 },
    { labels: { door: 'batch', method: 'official', income_year: '2025' }, value: 2 },
  ]);
});
