import * as z from 'zod';
import { MAX_CHILDREN, MAX_INCOME } from './bounds.ts';
import type { OtherBoxes } from './field-boxes.ts';
import type { Declarant, Household } from './household.ts';
import { RULES } from './household-rules.ts';
import { RESIDENCES } from './residence.ts';

const income = z.int().min(0).max(MAX_INCOME).default(0);
const children = z.int().min(0).max(MAX_CHILDREN).default(0);
const declarant: z.ZodType<Declarant> = z.strictObject({ salary: income, pension: income });

/** The range of each field, for channels that use other names. */
export const householdFields = {
  situation: z.enum(['single', 'couple', 'widowed']),
  singleParent: z.boolean().default(false),
  children,
  sharedCustodyChildren: children,
  // An array of one or two rather than a union of tuples: its issues name the field that is wrong.
  declarants: z.array(declarant).min(1).max(2) as unknown as z.ZodType<Household['declarants']>,
} as const;

/** Read and checked by the channels themselves (`return/box-issues.ts`). */
const wholeReturn = {
  boxes: z.custom<OtherBoxes>().exactOptional(),
  residence: z.enum(RESIDENCES).exactOptional(),
};

/** Adds an issue for each broken rule at its field, also where other fields are invalid. */
export function checkHousehold(household: Household, context: z.core.$RefinementCtx<unknown>): void {
  for (const { name, field, message, broken } of RULES) {
    if (broken(household))
      context.addIssue({ code: 'custom', path: [field], message, params: { rule: name } });
  }
}

/** Rules run on the valid fields, so that one reading reports every issue. */
export const onEveryObject = {
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};

/**
 * A household from outside: whole euros and whole children within the bounds of `household-rules.ts`, absent amounts are 0.
 * A failed parse reports every issue at once, a broken rule at its field with `params: { rule }`.
 */
export const householdSchema: z.ZodType<Household> = z
  .strictObject({ ...householdFields, ...wholeReturn })
  .superRefine(checkHousehold, onEveryObject) as z.ZodType<Household>;
