import { expect, it } from 'vitest';
import {
  adultQuarters,
  extraQuarters,
  QUARTERS_PER_SHARE,
} from '../../../src/tax/official/official-shares.ts';
import { type Household, shortHousehold } from '../../../src/tax/return/household.ts';

const shares = (household: Household) =>
  (adultQuarters(household) + extraQuarters(household)) / QUARTERS_PER_SHARE;

it.each([
  ['single', 0, 0, 1],
  ['single', 1, 0, 1.5],
  ['couple', 2, 0, 3],
  ['couple', 3, 0, 4],
  ['couple', 6, 0, 7],
  // In shared custody: half of what a child of that rank gives.
  ['single', 0, 1, 1.25],
  ['single', 0, 3, 2],
  ['couple', 2, 1, 3.5],
  ['couple', 1, 2, 3.25],
  ['widowed', 0, 0, 1],
  ['widowed', 1, 0, 2.5],
  ['widowed', 0, 1, 2.25],
] as const)(
  '%s, %i children and %i in shared custody: %d shares',
  (situation, children, shared, expected) => {
    const household = { ...shortHousehold(false, children, 0), situation, sharedCustodyChildren: shared };
    expect(shares(household)).toBe(expected);
  },
);

it.each([
  [1, 0, 2],
  [3, 0, 3.5],
  [0, 1, 1.5],
  [0, 2, 2],
  [1, 1, 2.25],
])('single parent (box T), %i children and %i in shared custody: %d shares', (children, shared, expected) => {
  const household = shortHousehold(false, children, 0);
  expect(shares({ ...household, singleParent: true, sharedCustodyChildren: shared })).toBe(expected);
});
