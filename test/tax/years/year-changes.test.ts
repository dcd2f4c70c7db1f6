import { describe, expect, it } from 'vitest';
import type { TaxYear } from '../../../src/tax/years/tax-year.ts';
import {
  type Comparison,
  compareYears,
  comparisonsOf,
  LAW_GROUPS,
  type ValueGroup,
  type ValueName,
} from '../../../src/tax/years/year-changes.ts';
import { taxYear, taxYears } from '../fixtures.ts';

const of2025 = taxYear(2025);
const of2024 = taxYear(2024);

describe('two years of the law', () => {
  it('the second threshold of 2025: before, after, difference and ratio', () => {
    expect(bracket(of2024, of2025, 1).from).toEqual({
      unit: 'euros',
      kind: 'changed',
      before: 11_497,
      after: 11_600,
      difference: 103,
      ratio: 103 / 11_497,
    });
  });

  it('what stays the same differs by nothing', () => {
    expect(value(of2024, of2025, 'collectionThreshold')).toMatchObject({
      kind: 'same',
      before: 61,
      after: 61,
      difference: 0,
      ratio: 0,
    });
  });

  it('the second rate fell from 14 % to 11 % with the incomes of 2020', () => {
    const { rate } = bracket(taxYear(2019), taxYear(2020), 1);
    expect(rate).toMatchObject({
      unit: 'rate',
      kind: 'changed',
      before: 0.14,
      after: 0.11,
      difference: -0.03,
    });
  });

  it('a value that only one of the years has is introduced or abolished, and has no difference', () => {
    const abolished = value(taxYear(2019), taxYear(2020), 'reductionFullBelow');
    expect(abolished).toMatchObject({ kind: 'abolished', before: 19_176, after: null, difference: null });
    const introduced = value(taxYear(2020), taxYear(2019), 'reductionFullBelow');
    expect(introduced).toMatchObject({ kind: 'introduced', before: null, after: 19_176, ratio: null });
    expect(value(of2024, of2025, 'reductionFullBelow').kind).toBe('absent');
  });

  it('a difference carries no noise of binary fractions', () => {
    expect(value(taxYear(2019), taxYear(2020), 'decoteRate').difference).toBe(-0.2975);
  });

  it('a bracket that one year has too many is introduced or abolished', () => {
    const shorter = { ...of2025, brackets: of2025.brackets.slice(0, 4) };
    expect(bracket(of2025, shorter, 4).from.kind).toBe('abolished');
    expect(bracket(shorter, of2025, 4).rate.kind).toBe('introduced');
  });

  it('nothing is 0 percent more than 0', () => {
    const from0 = { ...of2024, collectionThreshold: 0 };
    expect(value(from0, of2025, 'collectionThreshold')).toMatchObject({ difference: 61, ratio: null });
  });
});

it('without an earlier year nothing is compared', () => {
  const comparisons = compareYears(null, of2025).flatMap(comparisonsOf);
  expect(new Set(comparisons.map(({ kind }) => kind))).toEqual(new Set(['uncompared']));
  expect(comparisons.filter(({ before, difference }) => before !== null || difference !== null)).toEqual([]);
});

it('every number of every shipped year is shown', () => {
  for (const year of taxYears()) {
    const groups: ValueGroup[] = [...LAW_GROUPS, 'legacy'];
    const shown = compareYears(null, year, groups).flatMap(comparisonsOf);
    const { incomeYear: _, sources: __, return: ___, neutralRates: ____, ...values } = year;
    expect(shown.flatMap(({ after }) => after ?? []).sort()).toEqual(numbersIn(values).sort());
  }
});

it('the earlier application’s brackets come with their offsets, the law’s without', () => {
  const [legacy] = compareYears(null, taxYear(2018), ['legacy']);
  expect(legacy?.scales[0]?.brackets[1]?.offset?.after).toBe(1394.96);
  expect(bracket(null, taxYear(2018), 1).offset).toBeNull();
});

function bracket(before: TaxYear | null, after: TaxYear, index: number) {
  const found = compareYears(before, after, ['brackets'])[0]?.scales[0]?.brackets[index];
  if (!found) throw new Error(`There is no bracket ${index}.`);
  return found;
}

function value(before: TaxYear, after: TaxYear, name: ValueName): Comparison {
  const found = compareYears(before, after)
    .flatMap(({ values }) => values)
    .find((each) => each.name === name);
  if (!found) throw new Error(`There is no value ${name}.`);
  return found;
}

function numbersIn(data: unknown): number[] {
  if (typeof data === 'number') return [data];
  return data && typeof data === 'object' ? Object.values(data).flatMap(numbersIn) : [];
}
