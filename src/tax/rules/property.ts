import { partOf, withRateUnits } from './amounts.ts';
import type { Amounts } from './filled-return.ts';

/** Rates are fractions in a year's file, ten-thousandths once prepared. */
export interface PropertyValues {
  readonly microRate: number;
  readonly microCeiling: number;
  readonly deficitCeiling: number;
}

export function prepareProperty(values: PropertyValues): PropertyValues {
  return withRateUnits(values, 'microRate');
}

/** Net rents (CGI 28 to 32), or the deficit that reduces the other incomes (CGI 156 I 3°), negative. */
export function netProperty(boxes: Amounts, values: PropertyValues): number {
  const micro = boxes['4BE'];
  const rents = micro > 0 ? micro - partOf(micro, values.microRate) : boxes['4BA'];
  const net = rents > 0 ? Math.max(0, rents - boxes['4BD']) : 0;
  return net - boxes['4BC'];
}
