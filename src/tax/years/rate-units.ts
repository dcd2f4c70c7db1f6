/** Rates are whole ten-thousandths in calculations: the finest one of the law, 45.25 %, is 4525. */
export const RATE_UNITS = 10_000;

/** A rate (fraction with at most four decimals) as whole ten-thousandths: 0.4525 → 4525. */
export function rateUnits(rate: number): number {
  return Math.round(rate * RATE_UNITS);
}

/**
 * What a scale takes off `income × rate` in each bracket, for one share, so that the lower brackets are taxed at their
 * own rates: the sum of each limit times the rise of the rate there. In ten-thousandths of a euro.
 */
export function offsetUnits(brackets: readonly { readonly from: number; readonly rate: number }[]): number[] {
  let total = 0;
  let previousRate = 0;
  return brackets.map(({ from, rate }) => {
    total += from * (rateUnits(rate) - previousRate);
    previousRate = rateUnits(rate);
    return total;
  });
}

/** The offsets in euros: the contract's `coeffn`, exact to the cent where a database rounded them (decision D5). */
export function offsets(brackets: readonly { readonly from: number; readonly rate: number }[]): number[] {
  return offsetUnits(brackets).map((units) => units / RATE_UNITS);
}
