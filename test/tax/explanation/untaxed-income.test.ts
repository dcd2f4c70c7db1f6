import { describe, expect, it } from 'vitest';
import { untaxedIncome } from '../../../src/tax/explanation/untaxed-income.ts';
import { type Household, shortHousehold } from '../../../src/tax/return/household.ts';
import { createTaxCalculator } from '../../../src/tax/tax-calculator.ts';
import type { TaxResult } from '../../../src/tax/tax-result.ts';
import { taxYears } from '../fixtures.ts';

const { calculate } = createTaxCalculator({ method: 'official', years: taxYears() });
const due = (household: Household) => calculate(household, 2025).amountDue;

describe('the income up to which nothing is due', () => {
  const couple: Household = {
    ...shortHousehold(true, 2, 30_000),
    declarants: [
      { salary: 30_000, pension: 0 },
      { salary: 20_000, pension: 0 },
    ],
  };
  const pensioner: Household = { ...shortHousehold(false, 0, 0), declarants: [{ salary: 0, pension: 9 }] };

  it.each([
    ['salary', shortHousehold(true, 2, 60_000)],
    ['salary', couple],
    ['pension', pensioner],
  ] as const)('is the last %s before the tax begins', (kind, household) => {
    const untaxed = untaxedIncome(household, 2025, calculate);
    if (untaxed === null) throw new Error('there is one');
    const [first, ...others] = untaxed.household.declarants;
    expect(untaxed.kind).toBe(kind);
    expect(first[kind]).toBe(untaxed.most);
    expect(others).toEqual(household.declarants.slice(1));
    expect(due(untaxed.household)).toBe(0);
    const declarants = [
      { ...first, [kind]: untaxed.most + 1 },
      ...others,
    ] as unknown as typeof household.declarants;
    expect(due({ ...household, declarants })).toBeGreaterThan(0);
  });

  it('is not told where the rest of the household is taxed, or nothing ever is', () => {
    const rich = {
      ...couple,
      declarants: [couple.declarants[0], { salary: 200_000, pension: 0 }],
    } as Household;
    expect(untaxedIncome(rich, 2025, calculate)).toBeNull();
    const never = () => ({ amountDue: 0 }) as TaxResult;
    expect(untaxedIncome(couple, 2025, never)).toBeNull();
  });
});
