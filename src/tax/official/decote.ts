import { RATE_UNITS, rateUnits } from '../years/rate-units.ts';
import type { Decote } from '../years/tax-year.ts';
import { divideHalfUp } from './exact.ts';

/** The maxima in ten-thousandths of a euro, the rate in ten-thousandths. */
export interface PreparedDecote {
  readonly singleUnits: number;
  readonly coupleUnits: number;
  readonly rateUnits: number;
}

export function prepareDecote({ maxSingle, maxCouple, rate }: Decote): PreparedDecote {
  return {
    singleUnits: maxSingle * RATE_UNITS,
    coupleUnits: maxCouple * RATE_UNITS,
    rateUnits: rateUnits(rate),
  };
}

/** Relief for low taxes: a maximum minus a part of the tax, and never more than the tax (CGI art. 197-I-4-a). */
export function decoteOn(tax: number, couple: boolean, values: PreparedDecote): number {
  const units = (couple ? values.coupleUnits : values.singleUnits) - values.rateUnits * tax;
  return units > 0 ? Math.min(tax, divideHalfUp(units, RATE_UNITS)) : 0;
}
