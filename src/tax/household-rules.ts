import type { Household } from './household.ts';

/** Upper bounds (decision D21). The official method is exact up to them (`official/exact.ts`). */
export const MAX_INCOME = 1_000_000_000;
export const MAX_CHILDREN = 30;

/** What a household may break beside the range of a single field; `params.rule` of the issue names it. */
export type HouseholdRule =
  | 'singleParentOnlyWhenSingle'
  | 'singleParentNeedsChild'
  | 'twoDeclarantsOnlyForCouple'
  | 'tooManyChildren';

/** A rule on fields together. */
export interface Rule {
  readonly name: HouseholdRule;
  readonly field: Exclude<keyof Household, 'situation'>;
  readonly message: string;
  broken(household: Household): boolean;
}

/** Faulty fields compare as false, so that they are not reported twice. */
export const RULES: readonly Rule[] = [
  {
    name: 'singleParentOnlyWhenSingle',
    field: 'singleParent',
    message: 'only a single person raises children alone (box T)',
    broken: ({ singleParent, situation }) =>
      singleParent === true && (situation === 'couple' || situation === 'widowed'),
  },
  {
    name: 'singleParentNeedsChild',
    field: 'singleParent',
    message: 'needs at least one child (box T)',
    broken: ({ singleParent, children, sharedCustodyChildren }) =>
      singleParent === true && children === 0 && sharedCustodyChildren === 0,
  },
  {
    name: 'twoDeclarantsOnlyForCouple',
    field: 'declarants',
    message: 'two declarants only for a couple',
    broken: ({ situation, declarants }) =>
      (situation === 'single' || situation === 'widowed') && declarants?.length === 2,
  },
  {
    name: 'tooManyChildren',
    field: 'children',
    message: `at most ${MAX_CHILDREN} children in all`,
    broken: ({ children, sharedCustodyChildren }) =>
      children <= MAX_CHILDREN &&
      sharedCustodyChildren <= MAX_CHILDREN &&
      children + sharedCustodyChildren > MAX_CHILDREN,
  },
];

/** The rules that a household breaks whose fields are each within their range, for doors that read no JSON. */
export function brokenRules(household: Household): readonly Pick<Rule, 'name' | 'field'>[] {
  return RULES.filter(({ broken }) => broken(household));
}
