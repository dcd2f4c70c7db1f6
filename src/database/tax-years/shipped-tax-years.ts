import { SHIPPED_YEARS } from '../../tax/years/shipped-years.ts';
import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';

/** The shipped tax years. Tests check them against the schema, so that a start does not have to. */
export function shippedTaxYears(): readonly TaxYearDocument[] {
  return SHIPPED_YEARS as readonly TaxYearDocument[];
}
