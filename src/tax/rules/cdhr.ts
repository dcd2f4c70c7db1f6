import { divideHalfUp } from '../official/exact.ts';
import { RATE_UNITS } from '../years/rate-units.ts';
import { withRateUnits } from './amounts.ts';
import type { EverydayReturn } from './filled-return.ts';

export interface CdhrValues {
  /** The lowest tax, as a fraction of the income. */
  readonly rate: number;
  readonly thresholdSingle: number;
  readonly thresholdCouple: number;
  /** Below, the target grows from 0 at the threshold by the smoothing rate. */
  readonly fullFromSingle: number;
  readonly fullFromCouple: number;
  readonly smoothingRate: number;
  readonly couple: number;
  readonly perDependant: number;
}

export function prepareCdhr(values: CdhrValues | null): CdhrValues | null {
  return values && withRateUnits(values, 'rate', 'smoothingRate');
}

/** Whether the reductions and credits of these boxes count in the tax borne is not established. */
const REDUCTIONS_AND_CREDITS = [
  ...(['7UD', '7UF', '7CD', '7CE', '7EA', '7EC', '7EF', '7EB', '7ED', '7EG'] as const),
  ...(['7DB', '7GA', '7GB', '7GC', '7GE', '7GF', '7GG', '7AC', '7AE'] as const),
];

/**
 * The differential contribution on high incomes (CGI 224), which brings the tax up to 20 % of the income.
 *
 * @param income reference income less the 40 % taken off dividends
 * @param borne income tax, flat tax and CEHR
 * @returns null where the law of the case is not established
 */
export function cdhrOn(
  income: number,
  borne: number,
  filled: EverydayReturn,
  values: CdhrValues | null,
): number | null {
  const isCouple = filled.situation === 'couple';
  if (values === null || income <= (isCouple ? values.thresholdCouple : values.thresholdSingle)) return 0;
  if (filled.residence !== 'metropole' || REDUCTIONS_AND_CREDITS.some((code) => filled.boxes[code] > 0))
    return null;
  const dependants = filled.boxes['0CF'] + filled.boxes['0CR'] + filled.boxes['0DJ'];
  const relief = borne + values.perDependant * dependants + (isCouple ? values.couple : 0);
  const units = targetUnits(income, isCouple, values) - relief * RATE_UNITS;
  if (units <= 0) return 0;
  // How much these persons would take off is not established. Above, there is nothing to reduce.
  return filled.boxes['0CH'] + filled.boxes['0DN'] > 0 ? null : divideHalfUp(units, RATE_UNITS);
}

/** In ten-thousandths of a euro. */
function targetUnits(income: number, isCouple: boolean, values: CdhrValues): number {
  const threshold = isCouple ? values.thresholdCouple : values.thresholdSingle;
  const full = values.rate * income;
  const isFull = income > (isCouple ? values.fullFromCouple : values.fullFromSingle);
  return isFull ? full : Math.min(full, values.smoothingRate * (income - threshold));
}
