/**
 * Exact arithmetic of the official method. Every quantity is an integer: euros, quarter-shares, rates in
 * ten-thousandths. A double holds integers exactly below 2^53 ≈ 9.0e15, and no intermediate gets there within the
 * bounds of `householdSchema` (four incomes of 1e9, 30 children) and `taxYearSchema` (thresholds up to 1e9,
 * other amounts up to 5e4):
 *
 * - taxable income R ≤ 4e9; shares ≤ 128 quarters (2 adults, 30 children, box T or widowed);
 * - scale: 4 × R × rate ≤ 4 × 4e9 × 1e4 = 1.6e14; quarters × offset ≤ 128 × 1e9 × 1e4 = 1.3e15;
 * - allowances and CEHR: 4e9 × 1e4 = 4e13; décote: rate × tax ≤ 1e4 × 4e9 = 4e13;
 * - 20 % reduction: rate × tax × (U − R), doubled for quarter-shares, where tax ≤ R < U ≤ 5e4 × (2 + 60) = 3.1e6 and
 *   U − R ≤ U − L ≤ 2 × 5e4: 1e4 × 3.1e6 × 2e5 = 6.2e15.
 */

/**
 * `numerator / denominator` to the nearest integer, half up (CGI art. 1657).
 *
 * Exact for integers with an even denominator and 0 ≤ numerator + denominator < 2^53: a quotient that is not an
 * integer lies at least 1/denominator below the next one, which is more than the error of one division.
 */
export function divideHalfUp(numerator: number, denominator: number): number {
  return Math.floor((numerator + denominator / 2) / denominator);
}
