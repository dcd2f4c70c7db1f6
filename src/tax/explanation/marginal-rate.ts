import type { OfficialResult } from '../official/official-result.ts';
import type { TaxYear } from '../years/tax-year.ts';

/**
 * What a further euro of taxable income costs while the décote shrinks: the rate of the bracket (TMI), and what the
 * décote loses (CGI 197, I.4 a). A fraction; null where no décote is left, where it takes all of the tax, or where a
 * reduction depends on the income too.
 */
export function rateWithDecote(
  { rate, decote, reduction, incomeTax, everyday }: OfficialResult,
  year: TaxYear,
): number | null {
  const hasOtherReduction = reduction > 0 || (everyday?.overseasReduction ?? 0) > 0;
  if (decote === 0 || incomeTax === 0 || hasOtherReduction) return null;
  return rate * (1 + year.decote.rate);
}
