import { type PreparedAllowance, wageAllowance } from '../official/allowance.ts';
import { divideHalfUp } from '../official/exact.ts';
import { type Amounts, DECLARANTS } from './filled-return.ts';

/** One declarant's wages and unemployment benefit, with their deduction. Whole euros. */
export interface Wages {
  readonly gross: number;
  readonly deduction: number;
  /** The actual costs are deducted instead of the 10 %; the net may then be negative. */
  readonly hasActualCosts: boolean;
  /** Exempt overtime, net of its part of the deduction: for the reference income only. */
  readonly overtimeInReference: number;
}

export const NO_WAGES: Wages = { gross: 0, deduction: 0, hasActualCosts: false, overtimeInReference: 0 };

/** Actual costs where they are higher than the 10 % (CGI 83, 3°). */
function deductionFrom(gross: number, costs: number, values: PreparedAllowance): number {
  return Math.max(costs, wageAllowance(gross, values));
}

/** The wages of a declarant (CGI 79 to 83); exempt overtime counts in the reference income alone (CGI 81 quater). */
export function wagesOf(boxes: Amounts, declarant: 0 | 1, values: PreparedAllowance): Wages {
  const codes = DECLARANTS[declarant];
  const gross = boxes[codes.wages] + boxes[codes.unemployment];
  const overtime = boxes[codes.overtime];
  if (gross === 0 && overtime === 0) return NO_WAGES;
  const costs = boxes[codes.costs];
  return {
    gross,
    deduction: deductionFrom(gross, costs, values),
    hasActualCosts: costs > wageAllowance(gross, values),
    overtimeInReference: overtime === 0 ? 0 : overtimePart(gross + overtime, overtime, costs, values),
  };
}

/** The overtime's part of the wages after the 10 %; all of it with actual costs, which count for the wages. */
function overtimePart(all: number, overtime: number, costs: number, values: PreparedAllowance): number {
  const flat = wageAllowance(all, values);
  return costs > flat ? overtime : divideHalfUp((all - flat) * overtime * 2, all * 2);
}
