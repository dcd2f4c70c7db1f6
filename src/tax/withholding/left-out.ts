import { pensionAllowance } from '../official/allowance.ts';
import type { Assessment } from '../rules/calculate-household.ts';
import { pensionsOf } from '../rules/pensions.ts';

/** Cases whose rule for the rates is not established: nothing is guessed. */
export const LEFT_OUT = [
  'alimonyReceived',
  'exemptOvertime',
  'attachedMarriedChildren',
  'rentalDeficit',
  'costsAboveWages',
  'highIncomeContribution',
  'sharedPensionCeiling',
] as const;

/** The key of the words of a case. */
export type LeftOut = (typeof LEFT_OUT)[number];

const APPLIES: Readonly<Record<LeftOut, (assessment: Assessment) => boolean>> = {
  alimonyReceived: ({ filled: { boxes } }) => boxes['1AO'] + boxes['1BO'] > 0,
  exemptOvertime: ({ filled: { boxes } }) => boxes['1GH'] + boxes['1HH'] > 0,
  attachedMarriedChildren: ({ filled: { boxes } }) => boxes['0DN'] > 0,
  rentalDeficit: ({ result: { netProperty } }) => netProperty < 0,
  costsAboveWages: ({ result: { wages } }) => wages.some(({ gross, deduction }) => deduction > gross),
  highIncomeContribution: ({ result: { cdhr } }) => cdhr > 0,
  sharedPensionCeiling: isPensionCeilingShared,
};

/** These leave only the division between the two declarants unknown. */
const INDIVIDUAL_ONLY: ReadonlySet<LeftOut> = new Set(['sharedPensionCeiling']);

/** The cases of the household for which no rate can be calculated. */
export function leftOutOf(assessment: Assessment): readonly LeftOut[] {
  return LEFT_OUT.filter((name) => APPLIES[name](assessment));
}

/** Whether the household's own rate can still be calculated. */
export function concernsIndividualOnly(leftOut: readonly LeftOut[]): boolean {
  return leftOut.every((name) => INDIVIDUAL_ONLY.has(name));
}

/** It is not established whose pension the ceiling limits when both have one. */
function isPensionCeilingShared({ filled, year }: Assessment): boolean {
  const { pensionAllowance: values } = year.base;
  const first = pensionsOf(filled.boxes, 0);
  const second = pensionsOf(filled.boxes, 1);
  const sum = pensionAllowance(first, values) + pensionAllowance(second, values);
  return first > 0 && second > 0 && sum > values.max;
}
