import { SHIPPED_YEARS } from '../../tax/years/shipped-years.ts';
import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';

/** The tax years that come with the program. Tests hold them to the schema, so that no start has to. */
export function shippedTaxYears(): readonly TaxYearDocument[] {
  return SHIPPED_YEARS as readonly TaxYearDocument[];
}
