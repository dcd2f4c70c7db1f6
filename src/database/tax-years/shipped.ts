import type { TaxYear } from '../../tax/tax-year.ts';
import { SHIPPED_YEARS } from '../../tax/years/index.ts';

/** The tax years that come with the program. Tests hold them to the schema, so that no start has to. */
export function shippedTaxYears(): readonly TaxYear[] {
  return SHIPPED_YEARS as readonly TaxYear[];
}
