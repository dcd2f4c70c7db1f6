import { expect, it } from 'vitest';
import { householdRate } from '../../../src/tax/withholding/household-rate.ts';
import { individualRates } from '../../../src/tax/withholding/individual-rates.ts';
import { leftOutOf } from '../../../src/tax/withholding/left-out.ts';
import { proportion, rateOf, takenFrom } from '../../../src/tax/withholding/rate.ts';
import { scopeOf } from '../../../src/tax/withholding/scope.ts';
import { firstOf, once } from '../fixtures.ts';
import { readWithholdingCases } from '../rules/return-cases.ts';
import { assess, assessed } from './fixtures.ts';

/** Every case with its rates, in tenths of a percent. */
const casesWithRates = once(() =>
  readWithholdingCases().map(({ id, filled, expected }) => {
    const assessment = assess(filled);
    const scope = scopeOf(assessment);
    const individual = filled.situation === 'couple' ? individualRates(assessment, scope) : null;
    return { id, expected, assessment, scope, household: householdRate(scope), individual };
  }),
);

it('has every rate of every case to the tenth of a percent, and its amounts to the euro', () => {
  const cases = casesWithRates();
  expect(cases).toHaveLength(3000);
  const wrong = firstOf(cases, ({ id, expected, scope, household, individual }) => {
    const figures = {
      tax_in_scope: scope.taxInScope,
      income_in_scope: scope.incomeInScope,
      rate_household: household / 10,
      ...(individual && { rate_1: individual.rates[0] / 10, rate_2: individual.rates[1] / 10 }),
    };
    const wanted = Object.keys(expected).filter((name) => /^rate_|_scope$/.test(name));
    return [...new Set([...wanted, ...Object.keys(figures)])]
      .map((name) => [name, Object(figures)[name], Number(expected[name])] as const)
      .filter(([, got, expectedFigure]) => got !== expectedFigure)
      .map(([name, got, expectedFigure]) => `${id} ${name}: ${got}, not ${expectedFigure}`);
  });
  expect(wrong).toEqual([]);
  expect(cases.filter(({ individual }) => individual !== null)).toHaveLength(1963);
});

it('leaves out nothing that the cases establish', () => {
  expect(casesWithRates().flatMap(({ assessment }) => leftOutOf(assessment))).toEqual([]);
});

it('takes the same sum by the household rate as by the individual ones, within rounding', () => {
  const wrong = casesWithRates().filter(({ scope, household, individual }) => {
    if (individual === null) return false;
    const incomes = scope.own.map(({ pay, microBusiness }) => pay + microBusiness);
    const byPersons = incomes.map((income, index) => takenFrom(income, individual.rates[index] ?? 0));
    const apart = byPersons.reduce((sum, taken) => sum + taken, takenFrom(scope.property, household));
    const together = takenFrom(scope.incomeInScope, household);
    // Half of a tenth of a percent on each income, and half a euro for each amount that is rounded.
    const rounding = 0.0005 * 2 * scope.incomeInScope + 4;
    return Math.abs(apart - together) > rounding;
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('explains each rate by steps that end in it', () => {
  for (const { individual } of casesWithRates()) {
    if (individual === null) continue;
    const ends = individual.steps.filter(({ id }) => /Rate$|^same/.test(id)).map(({ result }) => result);
    expect([...new Set(ends)].sort()).toEqual(
      [...new Set(individual.rates)].map((rate) => rate / 1000).sort(),
    );
  }
});

it.each([
  [2018, 109, 129, 68],
  [2025, 78, 103, 29],
])('the administration’s example of two wages comes to the known rates of %i', (year, all, first, second) => {
  const example = assessed('couple', { '1AJ': 48_000, '1BJ': 24_000 }, year);
  const scope = scopeOf(example);
  expect([householdRate(scope), ...individualRates(example, scope).rates]).toEqual([all, first, second]);
});

it('equal own incomes have the household rate twice', () => {
  const couple = assessed('couple', { '1AJ': 40_000, '1BJ': 40_000 });
  const scope = scopeOf(couple);
  const { rates, steps } = individualRates(couple, scope);
  expect(rates).toEqual([householdRate(scope), householdRate(scope)]);
  expect(steps.map(({ id }) => id)).toEqual(['sameOwnIncome']);
});

it('a rate is rounded half up, 0 without income, and at most 80 %', () => {
  expect([rateOf(1125, 10_000), rateOf(5, 10_000), rateOf(4, 10_000)]).toEqual([113, 1, 0]);
  expect([rateOf(0, 0), rateOf(90, 100)]).toEqual([0, 800]);
});

it('a proportion is exact where the product is beyond 2^53', () => {
  expect(proportion(449_999_999, 999_999_999, 1_999_999_998)).toBe(225_000_000);
  expect([proportion(10, 5, 4), proportion(10, 0, 0), proportion(3, 1, 2)]).toEqual([10, 0, 2]);
});
