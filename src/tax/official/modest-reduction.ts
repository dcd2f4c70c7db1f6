import { RATE_UNITS, rateUnits } from '../years/rate-units.ts';
import type { ModestReduction } from '../years/tax-year.ts';
import { divideHalfUp } from './exact.ts';

/** Thresholds in half-euros, so that the step of a quarter-share stays whole. */
export interface PreparedReduction {
  readonly rateUnits: number;
  readonly nilFromPerAdult: number;
  /** The range from the full reduction to none. */
  readonly rangePerAdult: number;
  /** A whole share is two half-shares, and a euro two half-euros. */
  readonly stepPerShare: number;
}

export function prepareReduction(values: ModestReduction): PreparedReduction {
  return {
    rateUnits: rateUnits(values.rate),
    nilFromPerAdult: 2 * values.nilFromPerAdult,
    rangePerAdult: 2 * (values.nilFromPerAdult - values.fullBelowPerAdult),
    stepPerShare: 4 * values.stepPerHalfShare,
  };
}

/**
 * The reduction for modest incomes on the tax after the décote: in full below the first threshold, nil from the second,
 * in proportion between them (CGI art. 197-I-4-b).
 */
export function modestReduction(
  tax: number,
  taxableIncome: number,
  { shares, adultShares }: { readonly shares: number; readonly adultShares: number },
  values: PreparedReduction | null,
): number {
  if (values === null) return 0;
  const nilFrom = values.nilFromPerAdult * adultShares + values.stepPerShare * (shares - adultShares);
  const range = values.rangePerAdult * adultShares;
  const below = Math.min(nilFrom - 2 * taxableIncome, range);
  return below > 0 ? divideHalfUp(values.rateUnits * tax * below, RATE_UNITS * range) : 0;
}
