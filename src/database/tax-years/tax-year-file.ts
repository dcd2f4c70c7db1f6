import { stringify } from 'yaml';
import type { LegacyConstants } from '../../tax/years/tax-year.ts';
import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';
import { isAdminData, parseAdminData } from './admin-data.ts';
import { parseTaxYear } from './parse-tax-year.ts';

/** The content of a file: a whole tax year, or the earlier application's constants, without their year. */
export type TaxYearFile =
  | { readonly kind: 'tax-year'; readonly year: TaxYearDocument }
  | { readonly kind: 'admin-data'; readonly legacy: LegacyConstants };

/**
 * Reads the values of a file: a tax year, or the earlier application's `admindata.json`.
 *
 * @param name the file's name, for messages
 * @throws InvalidTaxYear with every issue
 */
export function parseTaxYearFile(values: unknown, name: string): TaxYearFile {
  return isAdminData(values)
    ? { kind: 'admin-data', legacy: parseAdminData(values, name) }
    : { kind: 'tax-year', year: parseTaxYear(values, name) };
}

/** The tax year as YAML that {@link parseTaxYearFile} can read. */
export function formatTaxYear(year: TaxYearDocument): string {
  return `# Incomes of ${year.incomeYear}. Whole euros; rates as fractions.\n${stringify(year, { lineWidth: 0 })}`;
}
