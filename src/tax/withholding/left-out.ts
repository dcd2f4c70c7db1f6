import { pensionAllowance } from '../official/allowance.ts';
import type { Assessment } from '../rules/calculate-household.ts';
import { pensionsOf } from '../rules/pensions.ts';

/** What a household may have whose rule in the rates is not established: nothing is guessed. */
export const LEFT_OUT = [
  'alimonyReceived',
  'exemptOvertime',
  'attachedMarriedChildren',
  'rentalDeficit',
  'costsAboveWages',
  'highIncomeContribution',
  'sharedPensionCeiling',
] as const;

/** Typed key of the words of what is left out. */
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

/** It only keeps from telling how the household's rate falls on the two. */
const INDIVIDUAL_ONLY: ReadonlySet<LeftOut> = new Set(['sharedPensionCeiling']);

/** What of the household keeps its rates from being known. */
export function leftOutOf(assessment: Assessment): readonly LeftOut[] {
  return LEFT_OUT.filter((name) => APPLIES[name](assessment));
}

/** Whether all of it leaves at least the household's own rate. */
export function concernsIndividualOnly(leftOut: readonly LeftOut[]): boolean {
  return leftOut.every((name) => INDIVIDUAL_ONLY.has(name));
}

/** Whose pensions the ceiling cuts is not established where both have one. */
function isPensionCeilingShared({ filled, year }: Assessment): boolean {
  const { pensionAllowance: values } = year.base;
  const first = pensionsOf(filled.boxes, 0);
  const second = pensionsOf(filled.boxes, 1);
  const sum = pensionAllowance(first, values) + pensionAllowance(second, values);
  return first > 0 && second > 0 && sum > values.max;
}
