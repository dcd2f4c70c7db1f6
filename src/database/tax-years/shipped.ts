import type { TaxYearDocument } from '../../tax/tax-year-document.ts';
import { SHIPPED_YEARS } from '../../tax/years/index.ts';

/** The tax years that come with the program. Tests hold them to the schema, so that no start has to. */
export function shippedTaxYears(): readonly TaxYearDocument[] {
  return SHIPPED_YEARS as readonly TaxYearDocument[];
}
