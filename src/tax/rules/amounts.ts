import { divideHalfUp } from '../official/exact.ts';
import { RATE_UNITS, rateUnits } from '../years/rate-units.ts';

/** A rate in ten-thousandths, so that its product with euros is a whole number. */
export type RateUnits = number;

/**
 * A part of an amount, to the nearest euro, half up (CGI 1657).
 *
 * @param euros from 0 up to 4e9
 */
export function partOf(euros: number, rate: RateUnits): number {
  return divideHalfUp(euros * rate, RATE_UNITS);
}

/** The rates of a group of values in ten-thousandths; amounts stay as they are. */
export function withRateUnits<Values extends object, Rate extends keyof Values>(
  values: Values,
  ...rates: readonly Rate[]
): Values {
  const units = Object.fromEntries(rates.map((rate) => [rate, rateUnits(Number(values[rate]))]));
  return { ...values, ...units };
}
