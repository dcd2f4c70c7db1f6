import type { TaxYear } from '../../tax/tax-year.ts';
import { SHIPPED_YEARS } from '../../tax/years/index.ts';
import { parseTaxYear } from './parse.ts';

/** The tax years that come with the program. */
export function shippedTaxYears(): readonly TaxYear[] {
  return SHIPPED_YEARS.map((data) => parseTaxYear(data, 'a shipped year'));
}
