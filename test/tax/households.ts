import fc from 'fast-check';
import { MAX_INCOME } from '../../src/tax/return/bounds.ts';
import type { Declarant, Household } from '../../src/tax/return/household.ts';

/** Mostly incomes that people have, sometimes the extremes. */
const income = fc.oneof(
  { weight: 6, arbitrary: fc.nat(150_000) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat(3_000_000) },
  { weight: 1, arbitrary: fc.integer({ min: MAX_INCOME - 1000, max: MAX_INCOME }) },
);

const declarant: fc.Arbitrary<Declarant> = fc.record({ salary: income, pension: income });
const children = fc.oneof({ weight: 5, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(15) });

/** Any household that `householdSchema` accepts. */
export const households: fc.Arbitrary<Household> = fc
  .record({
    situation: fc.constantFrom('single' as const, 'couple' as const, 'widowed' as const),
    wantsBoxT: fc.boolean(),
    children,
    sharedCustodyChildren: children,
    first: declarant,
    second: fc.option(declarant),
  })
  .map(({ situation, wantsBoxT, children, sharedCustodyChildren, first, second }) => ({
    situation,
    singleParent: wantsBoxT && situation === 'single' && children + sharedCustodyChildren > 0,
    children,
    sharedCustodyChildren,
    declarants: situation === 'couple' && second ? [first, second] : [first],
  }));
