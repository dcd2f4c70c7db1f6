import { MAX_CHILDREN } from './bounds.ts';
import type { Household } from './household.ts';

/** The rules of a household beyond the range of a single field; `params.rule` of the issue names it. */
export type HouseholdRule =
  | 'singleParentOnlyWhenSingle'
  | 'singleParentNeedsChild'
  | 'twoDeclarantsOnlyForCouple'
  | 'tooManyChildren';

/** A rule on fields together. */
export interface Rule {
  readonly name: HouseholdRule;
  readonly field: 'singleParent' | 'children' | 'declarants';
  readonly message: string;
  broken(household: Household): boolean;
}

/** Invalid fields compare as false, so that they are not reported twice. */
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
    broken: ({ singleParent, children, sharedCustodyChildren, boxes }) =>
      singleParent === true &&
      children === 0 &&
      sharedCustodyChildren === 0 &&
      !boxes?.['0CR'] &&
      !boxes?.['0DJ'],
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

/** The rules that a household breaks whose fields are each within their range, for channels that do not read JSON. */
export function brokenRules(household: Household): readonly Pick<Rule, 'name' | 'field' | 'message'>[] {
  return RULES.filter(({ broken }) => broken(household));
}
