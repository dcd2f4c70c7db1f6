import type { OfficialResult } from '../official/official-result.ts';
import type { TaxYear } from '../years/tax-year.ts';

/**
 * The cost of one more euro of taxable income while the décote decreases: the rate of the bracket (TMI) plus the loss of
 * décote (CGI 197, I.4 a). A fraction; null where there is no décote, where it cancels the tax, or where a reduction
 * depends on the income too.
 */
export function rateWithDecote(
  { rate, decote, reduction, incomeTax, everyday }: OfficialResult,
  year: TaxYear,
): number | null {
  const hasOtherReduction = reduction > 0 || (everyday?.overseasReduction ?? 0) > 0;
  if (decote === 0 || incomeTax === 0 || hasOtherReduction) return null;
  return rate * (1 + year.decote.rate);
}
