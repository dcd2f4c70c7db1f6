import { type EverydayReturn, hasReached } from './filled-return.ts';

export interface AgeAllowanceValues {
  readonly fromAge: number;
  readonly doubleAmount: number;
  readonly doubleUpTo: number;
  readonly singleAmount: number;
  readonly singleUpTo: number;
}

export interface AttachedChildrenValues {
  readonly perPerson: number;
}

/** Number of persons who are old enough, or have a disability card (CGI 157 bis). */
function entitled({ boxes, situation, year }: EverydayReturn, age: number): number {
  const first = boxes['0AP'] > 0 || hasReached(age, boxes['0DA'], year);
  const second = situation === 'couple' && (boxes['0AF'] > 0 || hasReached(age, boxes['0DB'], year));
  return Number(first) + Number(second);
}

/** The allowance for age or disability on the net global income; the limits themselves are included (CGI 157 bis). */
export function ageAllowance(filled: EverydayReturn, income: number, values: AgeAllowanceValues): number {
  if (income > values.singleUpTo) return 0;
  const amount = income <= values.doubleUpTo ? values.doubleAmount : values.singleAmount;
  return Math.min(entitled(filled, values.fromAge) * amount, income);
}

/** The allowance for attached married children (CGI 196 B), at most the remaining income. */
export function attachedChildrenAllowance(
  { boxes }: EverydayReturn,
  left: number,
  { perPerson }: AttachedChildrenValues,
): number {
  return Math.min(perPerson * boxes['0DN'], left);
}
