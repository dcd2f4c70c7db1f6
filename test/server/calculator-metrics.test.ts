import { expect, it } from 'vitest';
import { shippedTaxYears } from '../../src/database/tax-years/shipped-tax-years.ts';
import { createMetrics } from '../../src/operations/metrics/server-metrics.ts';
import { calculatorsWithMetrics, withMetrics } from '../../src/server/calculator-metrics.ts';
import { taxService } from '../../src/server/tax-service.ts';
import { shortHousehold } from '../../src/tax/return/household.ts';
import { createTaxCalculator, UnknownIncomeYear } from '../../src/tax/tax-calculator.ts';

it('counts what it computes by income year, and gives the same results', () => {
  const metrics = createMetrics();
  const calculator = createTaxCalculator({ method: 'official', years: shippedTaxYears() });
  const counted = withMetrics(calculator, 'file', metrics);
  const household = shortHousehold(true, 2, 55_555);
  for (const year of [2024, 2025, 2025]) {
    expect(counted.calculate(household, year)).toEqual(calculator.calculate(household, year));
  }
  expect(() => counted.calculate(household, 1999)).toThrow(UnknownIncomeYear);
  expect(counted.years).toEqual(calculator.years);
  expect(metrics.calculations.samples()).toEqual([
    { labels: { channel: 'file', method: 'official', income_year: '2024' }, value: 1 },
    { labels: { channel: 'file', method: 'official', income_year: '2025' }, value: 2 },
  ]);
});

it('counts by every method, and follows the years of the database', () => {
  const metrics = createMetrics();
  let years = shippedTaxYears();
  const tax = taxService({ method: 'official', income_year: 'latest' }, () => years);
  const calculators = calculatorsWithMetrics(tax, 'batch', metrics);
  const household = shortHousehold(true, 2, 55_555);
  expect(calculators.tax()).toBe(calculators.tax());
  calculators.tax().calculate(household, 2025);
  calculators.taxBy('legacy')?.calculate(household, 2018);
  years = years.filter(({ incomeYear }) => incomeYear === 2025);
  calculators.taxBy('official')?.calculate(household, 2025);
  expect(calculators.taxBy('legacy')).toBeNull();
  expect(calculators.tax().years).toEqual([2025]);
  expect(metrics.calculations.samples()).toEqual([
    { labels: { channel: 'batch', method: 'official', income_year: '2025' }, value: 2 },
    { labels: { channel: 'batch', method: 'legacy', income_year: '2018' }, value: 1 },
  ]);
});
