import * as z from 'zod';
import { RATE_UNITS, rateUnits } from '../years/rate-units.ts';
import { always, amount, ordered, rate, sourcesSchema, threshold } from '../years/value-schemas.ts';
import type { ReturnGroup, ReturnValues } from './return-year.ts';

const age = z.int().min(0).max(150);
const factor = z
  .number()
  .min(1)
  .max(10)
  .refine((value) => Math.abs(value * RATE_UNITS - rateUnits(value)) < 1e-9, 'at most four decimals');

const ageAllowance = z
  .strictObject({
    fromAge: age,
    doubleAmount: amount,
    doubleUpTo: threshold,
    singleAmount: amount,
    singleUpTo: threshold,
  })
  .superRefine(ordered('singleAmount', 'doubleAmount'), always)
  .superRefine(ordered('doubleUpTo', 'singleUpTo'), always);

const homeHelp = z
  .strictObject({
    rate,
    ceiling: amount,
    step: amount,
    ceilingMax: amount,
    firstYearCeiling: amount,
    firstYearCeilingMax: amount,
    disabilityCeiling: amount,
    raisedFromAge: age,
  })
  .superRefine(ordered('ceiling', 'ceilingMax'), always)
  .superRefine(ordered('firstYearCeiling', 'firstYearCeilingMax'), always);

const cdhr = z
  .strictObject({
    rate,
    thresholdSingle: threshold,
    thresholdCouple: threshold,
    fullFromSingle: threshold,
    fullFromCouple: threshold,
    smoothingRate: rate,
    couple: amount,
    perDependant: amount,
  })
  .superRefine(ordered('thresholdSingle', 'fullFromSingle'), always)
  .superRefine(ordered('thresholdCouple', 'fullFromCouple'), always);

/** The values of each rule, whole euros and fractions; null where a year may lack the rule. */
const groups = {
  dependantShares: z.strictObject({
    raisedChildAloneCap: amount,
    disabledOrVeteran: amount,
    veteranFromAge: age,
  }),
  overtime: z.strictObject({ limit: amount }).nullable(),
  property: z.strictObject({ microRate: rate, microCeiling: amount, deficitCeiling: amount }),
  capitalIncome: z.strictObject({ flatRate: rate, dividendAllowanceRate: rate, deductibleCsgRate: rate }),
  microBusiness: z
    .strictObject({ salesRate: rate, servicesRate: rate, liberalRate: rate, leastAllowance: amount })
    .nullable(),
  alimony: z.strictObject({ adultChildCeiling: amount, oldJudgmentFactor: factor }),
  ageAllowance,
  attachedChildren: z.strictObject({ perPerson: amount }),
  overseas: z.strictObject({
    antillesReunionRate: rate,
    antillesReunionCeiling: amount,
    guyaneMayotteRate: rate,
    guyaneMayotteCeiling: amount,
  }),
  gifts: z.strictObject({ aidRate: rate, aidCeiling: amount, rate, incomeShare: rate }),
  nursingHome: z.strictObject({ rate, ceilingPerPerson: amount }),
  schooling: z.strictObject({ lowerSecondary: amount, upperSecondary: amount, higher: amount }),
  homeHelp,
  childCare: z
    .strictObject({ rate, ceilingPerChild: amount, ceilingShared: amount })
    .superRefine(ordered('ceilingShared', 'ceilingPerChild'), always),
  unionDues: z.strictObject({ rate, incomeShare: rate }),
  nicheCap: z.strictObject({ amount }),
  settlement: z.strictObject({ collectedFrom: amount, refundedFrom: amount }),
  cdhr: cdhr.nullable(),
} satisfies Readonly<Record<ReturnGroup, z.ZodType>>;

const GROUPS = Object.keys(groups) as readonly ReturnGroup[];

/** Every group that a year has names its law. */
function sourced(values: Partial<ReturnValues>, context: z.core.$RefinementCtx<unknown>): void {
  for (const group of GROUPS) {
    if (values[group] === null || values[group] === undefined || values.sources?.[group] !== undefined)
      continue;
    context.addIssue({ code: 'custom', path: ['sources', group], message: 'name at least one legal source' });
  }
}

/** The rules of the return's values in a year, as they are written in YAML. A failed parse reports every issue at once. */
export const returnValuesSchema: z.ZodType<ReturnValues> = z
  .strictObject({ ...groups, sources: z.partialRecord(z.enum(GROUPS), sourcesSchema) })
  .superRefine(sourced, always);
