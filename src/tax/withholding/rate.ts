import { divideHalfUp } from '../official/exact.ts';

/** A rate of withholding in tenths of a percent, as the tax notice prints it: 11.3 % is 113. */
export type Tenths = number;

const TENTHS = 1000;

/** No household rate is above 80 %. */
const MAX_RATE: Tenths = 800;

/** A tax as a part of an income, to the tenth of a percent, half up (CGI 204 H, I). Whole euros, not negative. */
export function rateOf(tax: number, income: number): Tenths {
  return income === 0 ? 0 : Math.min(MAX_RATE, divideHalfUp(2 * TENTHS * tax, 2 * income));
}

/** The amount withheld at a rate, to the nearest unit, half up. */
export function takenFrom(amount: number, rate: Tenths): number {
  return divideHalfUp(amount * rate, TENTHS);
}

/** 113 → 0.113. */
export function asFraction(rate: Tenths): number {
  return rate / TENTHS;
}

/** 0.113 → 113. */
export function asTenths(fraction: number): Tenths {
  return Math.round(fraction * TENTHS);
}

/** Half of an amount, to the nearest euro, half up. */
export function half(euros: number): number {
  return divideHalfUp(euros, 2);
}

/**
 * `tax × min(1, part / whole)` to the nearest euro, half up; 0 when `whole` is. Exact also where the product of tax and
 * income exceeds 2^53.
 */
export function proportion(tax: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  if (part >= whole) return tax;
  const numerator = 2n * BigInt(tax) * BigInt(part) + BigInt(whole);
  return Number(numerator / (2n * BigInt(whole)));
}
