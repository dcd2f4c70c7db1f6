import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';
import { taxYearSchema } from '../../tax/years/tax-year-schema.ts';
import { InvalidTaxYear, issuesOf } from './invalid-tax-year.ts';

/**
 * The tax year with these values.
 *
 * @param what their name in messages
 * @throws InvalidTaxYear with every issue
 */
export function parseTaxYear(values: unknown, what: string): TaxYearDocument {
  const { data, error } = taxYearSchema.safeParse(values);
  if (error) throw new InvalidTaxYear(what, issuesOf(error, values));
  return data;
}
