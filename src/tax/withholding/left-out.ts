import { pensionAllowance } from '../official/allowance.ts';
import { pensionsOf } from '../rules/pensions.ts';
import type { Assessment } from './scope.ts';

interface Row {
  /** `all`: no rate of the household can be told; `individual`: only how it falls on the two. */
  readonly concerns: 'all' | 'individual';
  applies(assessment: Assessment): boolean;
}

/** What a household may have whose rule in the rates is not established: nothing is guessed. */
const LEFT_OUT = {
  alimonyReceived: {
    concerns: 'all',
    applies: ({ filled: { boxes } }) => boxes['1AO'] + boxes['1BO'] > 0,
  },
  exemptOvertime: {
    concerns: 'all',
    applies: ({ filled: { boxes } }) => boxes['1GH'] + boxes['1HH'] > 0,
  },
  attachedMarriedChildren: {
    concerns: 'all',
    applies: ({ filled: { boxes } }) => boxes['0DN'] > 0,
  },
  rentalDeficit: {
    concerns: 'all',
    applies: ({ result: { netProperty } }) => netProperty < 0,
  },
  costsAboveWages: {
    concerns: 'all',
    applies: ({ result: { wages } }) => wages.some(({ gross, deduction }) => deduction > gross),
  },
  highIncomeContribution: {
    concerns: 'all',
    applies: ({ result: { cdhr } }) => cdhr > 0,
  },
  sharedPensionCeiling: {
    concerns: 'individual',
    applies: isPensionCeilingShared,
  },
} as const satisfies Readonly<Record<string, Row>>;

/** Typed key of the words of what is left out. */
export type LeftOut = keyof typeof LEFT_OUT;

const ROWS: readonly (readonly [LeftOut, Row])[] = Object.entries(LEFT_OUT).map(([name, row]) => [
  name as LeftOut,
  row,
]);

/** What of the household keeps its rates from being told. */
export function leftOutOf(assessment: Assessment): readonly LeftOut[] {
  return ROWS.filter(([, row]) => row.applies(assessment)).map(([name]) => name);
}

/** Whether all of it leaves at least the household's own rate. */
export function concernsIndividualOnly(leftOut: readonly LeftOut[]): boolean {
  return leftOut.every((name) => LEFT_OUT[name].concerns === 'individual');
}

/** Whose pensions the ceiling cuts is not established where both have one. */
function isPensionCeilingShared({ filled, year }: Assessment): boolean {
  const { pensionAllowance: values } = year.base;
  const first = pensionsOf(filled.boxes, 0);
  const second = pensionsOf(filled.boxes, 1);
  const sum = pensionAllowance(first, values) + pensionAllowance(second, values);
  return first > 0 && second > 0 && sum > values.max;
}
