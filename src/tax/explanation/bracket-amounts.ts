import { divideHalfUp } from '../official/exact.ts';
import { QUARTERS_PER_SHARE } from '../official/official-shares.ts';
import { RATE_UNITS, rateUnits } from '../years/rate-units.ts';
import type { Bracket } from '../years/tax-year.ts';
import type { BracketAmount } from './explanation-steps.ts';

const CENTS = 100;
/** An amount in quarter-euros times a rate in ten-thousandths, to cents. */
const UNITS_PER_CENT = (QUARTERS_PER_SHARE * RATE_UNITS) / CENTS;

/** The part of an income in each bracket that it reaches, and the rounding of the sum. */
export interface BracketAmounts {
  readonly brackets: readonly BracketAmount[];
  readonly rounding: number;
}

/**
 * Divides an income over the brackets of a scale. Amounts are exact, taxes are to the cent, and `rounding` is the
 * difference to `tax`, the scale's result in whole euros.
 */
export function bracketAmounts(
  scale: readonly Bracket[],
  income: number,
  shares: number,
  tax: number,
): BracketAmounts {
  const quarters = shares * QUARTERS_PER_SHARE;
  const incomeInQuarters = QUARTERS_PER_SHARE * income;
  // Allocated at its final length: a growing list reserves more memory.
  const brackets = new Array<BracketAmount>(countReached(scale, incomeInQuarters, quarters));
  let cents = 0;
  let upTo = incomeInQuarters;
  for (let index = brackets.length - 1; index >= 0; index--) {
    const bracket = scale[index];
    if (!bracket) break;
    const from = bracket.from * quarters;
    const amountInQuarters = upTo - from;
    upTo = from;
    const taxInCents = divideHalfUp(amountInQuarters * rateUnits(bracket.rate), UNITS_PER_CENT);
    cents += taxInCents;
    brackets[index] = {
      from: bracket.from,
      to: scale[index + 1]?.from ?? null,
      rate: bracket.rate,
      amount: amountInQuarters / QUARTERS_PER_SHARE,
      tax: taxInCents / CENTS,
    };
  }
  return { brackets, rounding: (tax * CENTS - cents) / CENTS };
}

/** How many brackets an income reaches. */
function countReached(scale: readonly Bracket[], incomeInQuarters: number, quarters: number): number {
  let reached = scale.length;
  while (reached > 0 && incomeInQuarters <= (scale[reached - 1]?.from ?? 0) * quarters) reached -= 1;
  return reached;
}
