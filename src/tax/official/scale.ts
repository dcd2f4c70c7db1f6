import { offsetUnits, RATE_UNITS, rateUnits } from '../years/rate-units.ts';
import type { Bracket } from '../years/tax-year.ts';
import { divideHalfUp } from './exact.ts';
import { QUARTERS_PER_SHARE } from './official-shares.ts';

/** A bracket in integers: its rate also in ten-thousandths, its offset in ten-thousandths of a euro. */
export interface PreparedBracket {
  readonly from: number;
  readonly rate: number;
  readonly rateUnits: number;
  readonly offsetUnits: number;
}

/** A scale in search order, from the highest bracket down; the lowest one takes every other income. */
export interface Scale {
  readonly higher: readonly PreparedBracket[];
  readonly lowest: PreparedBracket;
}

const UNTAXED: PreparedBracket = { from: 0, rate: 0, rateUnits: 0, offsetUnits: 0 };

export function prepareScale(brackets: readonly Bracket[]): Scale {
  const offsets = offsetUnits(brackets);
  const prepared = brackets.map(({ from, rate }, index) => ({
    from,
    rate,
    rateUnits: rateUnits(rate),
    offsetUnits: offsets[index] ?? 0,
  }));
  const [lowest = UNTAXED, ...higher] = prepared;
  return { lowest, higher: higher.reverse() };
}

/** The bracket of income / shares. An income equal to a threshold belongs to the lower bracket. */
export function bracketOf(scale: Scale, income: number, quarters: number): PreparedBracket {
  for (const bracket of scale.higher) {
    if (QUARTERS_PER_SHARE * income > bracket.from * quarters) return bracket;
  }
  return scale.lowest;
}

/** Tax by the scale on income / shares, times shares; `bracket` is that of income / shares (CGI art. 197-I-1). */
export function taxInBracket(bracket: PreparedBracket, income: number, quarters: number): number {
  const units = QUARTERS_PER_SHARE * income * bracket.rateUnits - quarters * bracket.offsetUnits;
  return divideHalfUp(units, QUARTERS_PER_SHARE * RATE_UNITS);
}
