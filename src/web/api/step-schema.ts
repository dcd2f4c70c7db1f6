import * as z from 'zod';
import type { AmountStepId, ExplanationStep } from '../../tax/explanation/explanation-steps.ts';

const euros = z.number().meta({ description: 'Euros.' });
const shares = z.number();
const rate = z.number().min(0).max(1);
const source = z.strictObject({ text: z.string(), url: z.string().optional() });

function step<Id extends string, Shape extends z.ZodRawShape>(id: Id, shape: Shape) {
  return z.strictObject({
    id: z.literal(id),
    before: euros,
    after: euros,
    sources: z.array(source),
    ...shape,
  });
}

const allowance = z.strictObject({
  declarant: z.int(),
  income: euros,
  flat: euros,
  basis: z.enum(['rate', 'min', 'max', 'income', 'costs']),
  amount: euros,
});
const flatAllowance = { rate, min: euros, max: euros, allowances: z.array(allowance), amount: euros };

const bracket = z.strictObject({
  from: euros,
  to: euros.nullable(),
  rate,
  amount: euros,
  tax: euros,
});
const scale = { shares, brackets: z.array(bracket), rounding: euros };

const declarant = z.strictObject({ salary: euros, pension: euros });

/** The rules of the whole return that add or deduct one amount. */
const AMOUNTS = {
  property: true,
  capitalIncome: true,
  microBusiness: true,
  deficit: true,
  csg: true,
  alimonyPaid: true,
  retirementSavings: true,
  ageAllowance: true,
  attachedChildren: true,
  furtherReduction: true,
  overseas: true,
  aidGifts: true,
  nursingHome: true,
  schooling: true,
  gifts: true,
  flatTax: true,
  cdhr: true,
  homeHelp: true,
  childCare: true,
  nicheCap: true,
  unionDues: true,
  advanceLevy: true,
  withheld: true,
} as const satisfies Readonly<Record<AmountStepId, true>>;

const amounts = z.strictObject({
  id: z.enum(Object.keys(AMOUNTS) as AmountStepId[]),
  before: euros,
  after: euros,
  sources: z.array(source),
  amount: euros,
});

const STEPS = [
  step('incomes', { declarants: z.array(declarant) }),
  step('wageAllowance', flatAllowance),
  step('pensionAllowance', { ...flatAllowance, sum: euros }),
  step('taxableIncome', { wageAllowance: euros, pensionAllowance: euros }),
  step('shares', {
    children: z.int(),
    sharedCustodyChildren: z.int(),
    childShares: shares,
    sharedCustodyShares: shares,
    singleParentShares: shares,
    widowedShares: shares,
    otherShares: shares,
  }),
  step('quotient', { shares }),
  step('scale', scale),
  step('adultScale', scale),
  step('familyQuotientCap', {
    taxWithAdultShares: euros,
    extraShares: shares,
    perHalfShare: euros,
    singleParent: euros.nullable(),
    cap: euros,
    added: euros,
  }),
  step('widowedReduction', { max: euros, amount: euros }),
  step('decote', { max: euros, rate, amount: euros }),
  step('modestReduction', {
    taxableIncome: euros,
    rate,
    fullBelow: euros,
    nilFrom: euros,
    amount: euros,
  }),
  step('cehr', { taxableIncome: euros, brackets: z.array(bracket), rounding: euros, amount: euros }),
  step('collection', { threshold: euros }),
  amounts,
] as const;

/** One step of an explanation, distinguished by its `id`: see `ExplanationStep`. */
export const stepSchema = z.discriminatedUnion('id', STEPS).meta({
  description:
    'One step: what enters it, what leaves it, the law that asks for it, and the figures between. shares counts shares, and quotient may have a fraction of a euro.',
}) as unknown as z.ZodType<ExplanationStep>;
