import { divideHalfUp } from '../official/exact.ts';
import { QUARTERS_PER_SHARE } from '../official/shares.ts';
import { RATE_UNITS, rateUnits } from '../rates.ts';
import type { Bracket } from '../tax-year.ts';
import type { BracketAmount } from './steps.ts';

const CENTS = 100;
/** An amount in quarter-euros times a rate in ten-thousandths, to cents. */
const UNITS_PER_CENT = (QUARTERS_PER_SHARE * RATE_UNITS) / CENTS;

/** What of an income lies in each bracket that it reaches, and what rounding makes of the sum. */
export interface BracketAmounts {
  readonly brackets: readonly BracketAmount[];
  readonly rounding: number;
}

/**
 * Divides an income over the brackets of a scale. Amounts are exact, taxes are to the cent, and `rounding` is what is
 * missing to `tax`, the scale's result in whole euros.
 */
export function bracketAmounts(
  scale: readonly Bracket[],
  income: number,
  shares: number,
  tax: number,
): BracketAmounts {
  const quarters = shares * QUARTERS_PER_SHARE;
  const brackets: BracketAmount[] = [];
  let cents = 0;
  for (let index = 0; index < scale.length; index++) {
    const bracket = scale[index];
    if (!bracket || QUARTERS_PER_SHARE * income <= bracket.from * quarters) break;
    const to = scale[index + 1]?.from ?? null;
    const upTo = to === null ? Infinity : to * quarters;
    const amountInQuarters = Math.min(QUARTERS_PER_SHARE * income, upTo) - bracket.from * quarters;
    const taxInCents = divideHalfUp(amountInQuarters * rateUnits(bracket.rate), UNITS_PER_CENT);
    cents += taxInCents;
    brackets.push({
      from: bracket.from,
      to,
      rate: bracket.rate,
      amount: amountInQuarters / QUARTERS_PER_SHARE,
      tax: taxInCents / CENTS,
    });
  }
  return { brackets, rounding: (tax * CENTS - cents) / CENTS };
}
