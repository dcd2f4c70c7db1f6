import { type PreparedAllowance, pensionAllowance } from '../official/allowance.ts';
import { type Amounts, DECLARANTS } from './filled-return.ts';

/** A declarant's pensions and alimony received (CGI 158, 5), whole euros. */
export function pensionsOf(boxes: Amounts, declarant: 0 | 1): number {
  const codes = DECLARANTS[declarant];
  return boxes[codes.pension] + boxes[codes.alimony];
}

/** 10 % of each person's pensions with its minimum, within the household's ceiling (CGI 158, 5.a). */
export function pensionDeduction(first: number, second: number, values: PreparedAllowance): number {
  return Math.min(pensionAllowance(first, values) + pensionAllowance(second, values), values.max);
}
