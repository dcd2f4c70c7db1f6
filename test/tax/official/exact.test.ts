import fc from 'fast-check';
import { expect, it } from 'vitest';
import { divideHalfUp } from '../../../src/tax/official/exact.ts';

/** Floor of numerator / denominator + 1/2, in unlimited integers. */
function unlimited(numerator: number, denominator: number): number {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  return Number((2n * top + bottom) / (2n * bottom));
}

it.each([
  [0, 2, 0],
  [1, 2, 1],
  [4999, 10_000, 0],
  [5000, 10_000, 1],
  [14_999, 10_000, 1],
])('%i / %i → %i', (numerator, denominator, quotient) => {
  expect(divideHalfUp(numerator, denominator)).toBe(quotient);
});

it('is exact for every numerator below 2^53 less the denominator', () => {
  const even = fc.integer({ min: 1, max: 1_000_000_000 }).map((half) => 2 * half);
  const numeratorFor = (denominator: number) =>
    fc.oneof(
      fc.maxSafeNat().map((value) => Math.max(0, value - denominator)),
      // One below and just on a half.
      fc.nat(1000).map((quotient) => quotient * denominator + denominator / 2 - 1),
      fc.nat(1000).map((quotient) => quotient * denominator + denominator / 2),
    );
  const pairs = even.chain((denominator) => fc.tuple(numeratorFor(denominator), fc.constant(denominator)));
  fc.assert(
    fc.property(pairs, ([numerator, denominator]) => {
      expect(divideHalfUp(numerator, denominator)).toBe(unlimited(numerator, denominator));
    }),
    { numRuns: 2000 },
  );
});
