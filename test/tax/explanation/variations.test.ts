import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VariationId, variations } from '../../../src/tax/explanation/variations.ts';
import { MAX_CHILDREN, MAX_INCOME } from '../../../src/tax/return/bounds.ts';
import { type Household, shortHousehold } from '../../../src/tax/return/household.ts';

import { householdSchema } from '../../../src/tax/return/household-schema.ts';
import { createTaxCalculator } from '../../../src/tax/tax-calculator.ts';
import { INCOME_YEARS, taxYears } from '../fixtures.ts';
import { households } from '../households.ts';

const calculator = createTaxCalculator({ method: 'official', years: taxYears() });
const of = (household: Household, incomeYear = 2025) =>
  variations(household, incomeYear, calculator.calculate);
const ids = (household: Household) => of(household).map(({ id }) => id);

function one(household: Household, id: VariationId) {
  const found = of(household).find((each) => each.id === id);
  if (!found) throw new Error(`no variation ${id}`);
  return found;
}

describe('which ones concern a household', () => {
  const widowed: Household = { ...shortHousehold(false, 1, 40_000), situation: 'widowed' };
  const parent: Household = { ...shortHousehold(false, 1, 40_000), singleParent: true };

  it.each<[string, Household, VariationId[]]>([
    ['a single person', shortHousehold(false, 0, 40_000), ['moreIncome', 'oneMoreChild', 'married']],
    [
      'a single person with a child',
      shortHousehold(false, 1, 40_000),
      ['moreIncome', 'oneMoreChild', 'singleParent', 'married'],
    ],
    ['a single parent', parent, ['moreIncome', 'oneMoreChild', 'married']],
    ['a couple', shortHousehold(true, 1, 40_000), ['moreIncome', 'oneMoreChild', 'apart']],
    ['a widowed person', widowed, ['moreIncome', 'oneMoreChild']],
    ['the largest household', shortHousehold(true, MAX_CHILDREN, MAX_INCOME), ['apart']],
  ])('%s', (_, household, expected) => expect(ids(household)).toEqual(expected));
});

describe('what they come to', () => {
  const single = shortHousehold(false, 0, 40_000);

  it('a thousand euros more in the 30 % bracket cost 270 €, after the allowance', () => {
    expect(one(single, 'moreIncome')).toMatchObject({ difference: 270 });
  });

  it('a pensioner gets the thousand euros as a pension', () => {
    const pensioner: Household = { ...single, declarants: [{ salary: 0, pension: 30_000 }] };
    expect(one(pensioner, 'moreIncome').households).toEqual([
      { ...pensioner, declarants: [{ salary: 0, pension: 31_000 }] },
    ]);
  });

  it('a couple apart: the children go where they save more', () => {
    const couple: Household = {
      ...shortHousehold(true, 2, 0),
      declarants: [
        { salary: 20_000, pension: 0 },
        { salary: 80_000, pension: 0 },
      ],
    };
    const { households: apart, amountDue } = one(couple, 'apart');
    expect(apart).toEqual([shortHousehold(false, 0, 20_000), shortHousehold(false, 2, 80_000)]);
    expect(amountDue).toBe(
      calculator.calculate(shortHousehold(false, 0, 20_000), 2025).amountDue +
        calculator.calculate(shortHousehold(false, 2, 80_000), 2025).amountDue,
    );
  });

  it.each([
    ['costs that are worth it', { '1AK': 8_000 }, 1_200],
    ['costs below the 10 %', { '1AK': 1_000 }, 0],
    ['costs that lose the credit of union dues', { '1AK': 4_010, '7AC': 300 }, -195],
  ] as const)('the 10 %% instead of %s', (_, boxes, difference) => {
    expect(one({ ...single, boxes }, 'flatAllowance')).toMatchObject({ difference });
    expect(ids(single)).not.toContain('flatAllowance');
  });

  it('differences are those of the calculation, of households that exist', () => {
    fc.assert(
      fc.property(households, fc.constantFrom(...INCOME_YEARS), (household, incomeYear) => {
        const now = calculator.calculate(household, incomeYear).amountDue;
        for (const variation of of(household, incomeYear)) {
          const due = variation.households.map((each) => {
            expect(householdSchema.safeParse(each).success).toBe(true);
            return calculator.calculate(each, incomeYear).amountDue;
          });
          const sum = due.reduce((total, amount) => total + amount, 0);
          expect(variation).toMatchObject({ amountDue: sum, difference: sum - now });
        }
      }),
    );
  });

  it('the legacy method has them too', () => {
    const legacy = createTaxCalculator({ method: 'legacy', years: taxYears() });
    const [more] = variations(shortHousehold(true, 2, 55_555), 2018, legacy.calculate);
    expect(more).toMatchObject({ id: 'moreIncome', difference: 126 });
  });
});
