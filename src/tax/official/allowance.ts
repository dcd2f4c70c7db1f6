import { RATE_UNITS, rateUnits } from '../years/rate-units.ts';
import type { Allowance } from '../years/tax-year.ts';
import { divideHalfUp } from './exact.ts';

/** An allowance with its rate in ten-thousandths. */
export interface PreparedAllowance {
  readonly rateUnits: number;
  readonly min: number;
  readonly max: number;
}

export function prepareAllowance({ rate, min, max }: Allowance): PreparedAllowance {
  return { rateUnits: rateUnits(rate), min, max };
}

function flatRate(income: number, { rateUnits, min }: PreparedAllowance): number {
  return Math.max(divideHalfUp(income * rateUnits, RATE_UNITS), min);
}

/** One person's wage allowance, never more than the wage (CGI art. 83-3°). */
export function wageAllowance(salary: number, values: PreparedAllowance): number {
  return Math.min(salary, flatRate(salary, values), values.max);
}

/** One person's pension allowance, before the household's ceiling, which is `max` (CGI art. 158-5-a). */
export function pensionAllowance(pension: number, values: PreparedAllowance): number {
  return Math.min(pension, flatRate(pension, values));
}
