import * as z from 'zod';
import { LEFT_OUT } from '../../tax/withholding/left-out.ts';
import { STEP_IDS } from '../../tax/withholding/rate-steps.ts';
import { source } from './answer-schemas.ts';

const wholeEuros = z.int().meta({ description: 'Whole euros.' });
const euros = z.number().meta({ description: 'Euros, to the cent.' });
const rate = z
  .number()
  .min(0)
  .max(1)
  .meta({ description: 'A fraction, to the tenth of a percent: 0.113 is 11.3 %.' });
const month = z.string().meta({ description: 'Year and month: 2026-09.' });
const declarant = z.literal([1, 2]);

const step = z
  .strictObject({
    id: z.enum(STEP_IDS),
    article: z.string(),
    declarant: declarant.optional(),
    amounts: z.record(z.string(), z.number()),
    result: z.number(),
  })
  .meta({
    description:
      'One step on the way to a rate: the article of the code général des impôts, the figures that enter it, and what leaves it (whole euros, or a rate as a fraction).',
  });

const plan = {
  persons: z
    .array(z.strictObject({ declarant, rate, monthlyPay: euros, withheld: euros, remaining: euros }))
    .meta({ description: 'The declarants with pay, a month.' }),
  months: z
    .array(z.strictObject({ month, withheld: euros, remaining: euros, withheldSoFar: euros }))
    .length(12),
  withheldInYear: euros,
  balance: euros.meta({
    description: 'amountDue less withheldInYear, for a year of the same incomes; negative: refunded.',
  }),
};

const ownPlan = z.strictObject({
  rates: z.array(rate).meta({ description: 'One for each declarant.' }),
  steps: z.array(step),
  ...plan,
});

const neutralPlan = z.strictObject({
  ...plan,
  territory: z.string(),
  date: z.string(),
  steps: z.array(step),
  gridFrom: z.string().meta({ description: 'The day from which the grid applies.' }),
  sources: z.array(source),
  monthlySupplement: euros.nullable().meta({
    description:
      'What the household pays itself each month, where its standard rates are higher; null where these are not told.',
  }),
});

/** The answer of `POST /withholding`. */
export const withholdingAnswer = z.strictObject({
  incomeYear: z.int(),
  from: month,
  to: month,
  amountDue: wholeEuros.meta({ description: 'The tax of the return; negative: refunded.' }),
  standard: z.enum(['household', 'individual']).meta({ description: 'The rate of those who choose none.' }),
  household: ownPlan.nullable().meta({ description: 'null where it is not wanted or not established.' }),
  individual: ownPlan.nullable().meta({ description: 'null for somebody alone too.' }),
  neutral: neutralPlan.nullable().meta({ description: 'null where it is not wanted.' }),
  leftOut: z.array(z.enum(LEFT_OUT)).meta({ description: 'Why a rate is not established.' }),
  incomeWithoutPay: wholeEuros.meta({
    description:
      'Rents and micro-businesses, net: they pay by instalments, which no plan and no balance counts.',
  }),
});

const { from, to, standard, leftOut } = withholdingAnswer.shape;

/** The rates in the answer of `POST /calculations`, on request: the household's own only. */
export const askedRates = z.strictObject({
  from,
  to,
  standard,
  household: rate.nullable().meta({ description: 'null where it is not established.' }),
  individual: z
    .array(rate)
    .nullable()
    .meta({ description: 'One for each declarant; null for somebody alone too.' }),
  leftOut,
});
