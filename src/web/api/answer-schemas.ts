import * as z from 'zod';
import { taxYearSchema } from '../../tax/years/tax-year-schema.ts';
import { stepSchema } from './step-schema.ts';

const wholeEuros = z.int().meta({ description: 'Whole euros.' });
const rate = z.number().min(0).max(1).meta({ description: 'A fraction: 0.11 is 11 %.' });
const method = z.enum(['official', 'legacy']);

/** A legal text. */
export const source = z.strictObject({ text: z.string(), url: z.string().optional() });

const intermediateAmounts = z.strictObject({
  allowances: z
    .array(z.strictObject({ salary: wholeEuros, pension: wholeEuros }))
    .meta({ description: 'What each declarant may deduct; the ceiling of pensions is not applied here.' }),
  wageAllowance: wholeEuros,
  pensionAllowance: wholeEuros,
  taxableIncome: wholeEuros,
  shares: z.number(),
  adultShares: z.number(),
  taxWithAllShares: wholeEuros,
  taxWithAdultShares: wholeEuros,
  familyQuotientCap: wholeEuros,
  capped: z.boolean(),
  widowedReduction: wholeEuros,
  taxAfterCap: wholeEuros,
  incomeTax: wholeEuros,
  cehr: wholeEuros,
  total: wholeEuros,
});

const settled = (description: string) =>
  wholeEuros.nullable().meta({ description: `${description} null for the method legacy.` });

/** The answer of `POST /calculations`. */
export const calculationAnswer = z.strictObject({
  incomeYear: z.int(),
  method,
  amountDue: wholeEuros.meta({ description: 'What has to be paid, in whole euros; negative: refunded.' }),
  rate: rate.meta({
    description:
      'The marginal rate (TMI): of the highest bracket reached, the cap on the family quotient counted. A fraction.',
  }),
  averageRate: rate.nullable().meta({
    description: 'amountDue, 0 at least, as a part of all incomes. A fraction; null without income.',
  }),
  decote: wholeEuros,
  reduction: wholeEuros,
  surcharge: wholeEuros.meta({ description: 'What the cap on the family quotient adds, in whole euros.' }),
  referenceIncome: settled('Revenu fiscal de référence.'),
  reductions: settled('Gifts, schooling, nursing home: what they took off the tax.'),
  credits: settled('What comes off the tax and is refunded beyond it; amountDue is then negative.'),
  withheld: settled('Tax withheld at source during the year.'),
  balance: settled('amountDue less withheld; negative: refunded.'),
  intermediateAmounts: intermediateAmounts.nullable().meta({ description: 'null for the method legacy.' }),
  warnings: z
    .array(z.strictObject({ boxes: z.array(z.string()), detail: z.string() }))
    .meta({ description: 'What is hardly meant and was calculated all the same: boxes to check.' }),
  steps: z.array(stepSchema).meta({ description: 'In the order of the law; none for the method legacy.' }),
  notice: z
    .string()
    .optional()
    .meta({ description: 'Which income year was assumed, where the request named none.' }),
});

/** The answer of `GET /tax-years/{incomeYear}`, besides the values themselves. */
export const yearMethods = z
  .array(method)
  .meta({ description: 'The methods that have values for the year.' });

export { taxYearSchema };

/** The content of every problem document (RFC 9457). */
export const problemAnswer = z.strictObject({
  type: z.string().meta({ description: 'Where the problem is described: an address of this documentation.' }),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().meta({ description: 'The id of the request, as in X-Request-Id and in the log.' }),
  errors: z
    .array(
      z.strictObject({
        pointer: z.string().meta({ description: 'JSON Pointer to the value; "" is the whole body.' }),
        field: z.string(),
        value: z.unknown().optional().meta({ description: 'The refused value, shortened.' }),
        detail: z.string(),
        allowed: z.string(),
      }),
    )
    .optional()
    .meta({ description: 'Every issue of the body at once.' }),
});
