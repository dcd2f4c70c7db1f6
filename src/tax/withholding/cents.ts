const CENTS = 100;

/** 123.45 → 12345 */
export function toCents(euros: number): number {
  return Math.round(euros * CENTS);
}

/** 12345 → 123.45 */
export function euros(cents: number): number {
  return cents / CENTS;
}
