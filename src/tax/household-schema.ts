import * as z from 'zod';
import type { Declarant, Household } from './household.ts';

/** Upper bounds (decision D21). The official method is exact up to them (`official/exact.ts`). */
export const MAX_INCOME = 1_000_000_000;
export const MAX_CHILDREN = 30;

/** What a household may break beside the range of a single field; `params.rule` of the issue names it. */
export type HouseholdRule =
  | 'singleParentOnlyWhenSingle'
  | 'singleParentNeedsChild'
  | 'twoDeclarantsOnlyForCouple'
  | 'tooManyChildren';

interface Rule {
  readonly name: HouseholdRule;
  readonly field: Exclude<keyof Household, 'situation'>;
  readonly message: string;
  broken(household: Household): boolean;
}

/** Faulty fields compare as false, so that they are not reported twice. */
const RULES: readonly Rule[] = [
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

const income = z.int().min(0).max(MAX_INCOME).default(0);
const children = z.int().min(0).max(MAX_CHILDREN).default(0);
const declarant: z.ZodType<Declarant> = z.strictObject({ salary: income, pension: income });

/** The range of each field, for doors that give some of them another name. */
export const householdFields = {
  situation: z.enum(['single', 'couple', 'widowed']),
  singleParent: z.boolean().default(false),
  children,
  sharedCustodyChildren: children,
  // An array of one or two rather than a union of tuples: its issues name the field that is wrong.
  declarants: z.array(declarant).min(1).max(2) as unknown as z.ZodType<Household['declarants']>,
} as const;

/** Adds an issue for each broken rule at its field, also where other fields are faulty. */
export function checkHousehold(household: Household, context: z.core.$RefinementCtx<unknown>): void {
  for (const { name, field, message, broken } of RULES) {
    if (broken(household))
      context.addIssue({ code: 'custom', path: [field], message, params: { rule: name } });
  }
}

/** Rules run on what is there, so that one reading reports every fault. */
export const onEveryObject = {
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};

/**
 * A household from outside: whole euros and whole children within the bounds above, absent amounts are 0.
 * A failed parse reports every fault at once, a broken {@link HouseholdRule} at its field with `params: { rule }`.
 */
export const householdSchema: z.ZodType<Household> = z
  .strictObject(householdFields)
  .superRefine(checkHousehold, onEveryObject);
