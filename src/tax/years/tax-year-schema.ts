import * as z from 'zod';
import { returnValuesSchema } from '../rules/return-values-schema.ts';
import { type NeutralGrid, neutralGridsSchema } from '../withholding/neutral-grid.ts';
import { offsets } from './rate-units.ts';
import { type LegacyBracket, SOURCED_VALUES } from './tax-year.ts';
import type { TaxYearDocument } from './tax-year-document.ts';
import {
  always,
  alwaysInList,
  amount,
  broken,
  type Context,
  fraction,
  MAX_THRESHOLD,
  ordered,
  rate,
  risingScale,
  scaleSchema,
  sourcesSchema,
  threshold,
} from './value-schemas.ts';

const allowance = z
  .strictObject({ rate, min: amount, max: amount })
  .superRefine(ordered('min', 'max'), always);

const decote = z
  .strictObject({ maxSingle: amount, maxCouple: amount, rate: fraction.gt(0) })
  .superRefine(ordered('maxSingle', 'maxCouple'), always);

const modestReduction = z
  .strictObject({ rate, fullBelowPerAdult: amount, nilFromPerAdult: amount, stepPerHalfShare: amount })
  .superRefine(ordered('fullBelowPerAdult', 'nilFromPerAdult', true), always);

/** The offsets follow from thresholds and rates: any other value would make the tax jump at a threshold. */
function derivedOffsets(brackets: readonly LegacyBracket[], context: Context): void {
  const expected = offsets(brackets);
  brackets.forEach((bracket, index) => {
    const offset = expected[index] ?? 0;
    if (Math.abs(bracket.offset - offset) > 1e-6) {
      const message = `must be ${offset}, which follows from the thresholds and rates`;
      broken(context, [index, 'offset'], { rule: 'follows', value: offset }, message);
    }
  });
}

// The earlier application keeps floating-point numbers.
const legacyAmount = z.number().min(0).max(MAX_THRESHOLD);

/** The rules of the earlier application's constants. */
export const legacySchema = z
  .strictObject({
    brackets: z
      .array(z.strictObject({ from: threshold, rate, offset: legacyAmount }))
      .min(1)
      .superRefine(risingScale, alwaysInList)
      .superRefine(derivedOffsets),
    halfShareCap: legacyAmount,
    allowanceMin: legacyAmount,
    allowanceMax: legacyAmount,
    decoteMaxSingle: legacyAmount,
    decoteMaxCouple: legacyAmount,
    decoteTaxCeilingSingle: legacyAmount,
    decoteTaxCeilingCouple: legacyAmount,
    reductionIncomeCeilingSingle: legacyAmount,
    reductionIncomeCeilingCouple: legacyAmount,
    reductionStepPerHalfShare: legacyAmount,
  })
  .superRefine(ordered('allowanceMin', 'allowanceMax'), always)
  .superRefine(ordered('decoteMaxSingle', 'decoteMaxCouple'), always)
  .superRefine(ordered('decoteTaxCeilingSingle', 'decoteTaxCeilingCouple'), always)
  .superRefine(ordered('reductionIncomeCeilingSingle', 'reductionIncomeCeilingCouple'), always);

/** The finance act of a year has the grids of the following year. */
function gridsOfNextYear({ incomeYear, neutralRates }: TaxYearDocument, context: Context): void {
  if (!Array.isArray(neutralRates) || !Number.isInteger(incomeYear)) return;
  const value = incomeYear + 1;
  neutralRates.forEach((grid: NeutralGrid | null, index) => {
    if (typeof grid?.from !== 'string' || grid.from.startsWith(`${value}-`)) return;
    broken(context, ['neutralRates', index, 'from'], { rule: 'inYear', value }, `must be a day of ${value}`);
  });
}

const yearShape = z.strictObject({
  incomeYear: z.int().min(2000).max(2100),
  brackets: scaleSchema,
  wageAllowance: allowance,
  pensionAllowance: allowance,
  familyQuotientCap: z.strictObject({
    perHalfShare: amount,
    singleParent: amount,
    widowedReduction: amount,
  }),
  decote,
  modestReduction: modestReduction.nullable(),
  collectionThreshold: amount,
  cehr: z.strictObject({ single: scaleSchema, couple: scaleSchema }),
  legacy: legacySchema.nullable(),
  sources: z.record(z.enum(SOURCED_VALUES), sourcesSchema),
  return: returnValuesSchema.nullable().default(null),
  neutralRates: neutralGridsSchema.default([]),
});

/** The rules of a tax year, as it is written in YAML. A failed parse reports every issue at once. */
export const taxYearSchema: z.ZodType<TaxYearDocument> = yearShape.superRefine(gridsOfNextYear, always);
