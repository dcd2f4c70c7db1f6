import { expect, it } from 'vitest';
import { inShort, shortHousehold } from '../../../src/tax/return/household.ts';

it.each([
  [true, 'couple'],
  [false, 'single'],
] as const)('the short form, married %s, is a %s with one salary', (married, situation) => {
  expect(shortHousehold(married, 2, 30_000)).toEqual({
    situation,
    singleParent: false,
    children: 2,
    sharedCustodyChildren: 0,
    declarants: [{ salary: 30_000, pension: 0 }],
  });
  expect(inShort(shortHousehold(married, 2, 30_000))).toEqual({ married, children: 2, salary: 30_000 });
});

it('in short, all children and all incomes count together', () => {
  const declarant = { salary: 10_000, pension: 2000 };
  const household = {
    situation: 'couple',
    singleParent: false,
    children: 1,
    sharedCustodyChildren: 2,
    declarants: [declarant, declarant],
  } as const;
  expect(inShort(household)).toEqual({ married: true, children: 3, salary: 24_000 });
});
