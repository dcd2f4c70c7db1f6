import { isDeepStrictEqual } from 'node:util';
import type { BothLanguages } from '../../model/log-text.ts';
import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';
import { logTexts } from '../log-texts.ts';
import type { TaxYearDocumentRow } from '../schema.ts';
import { InvalidTaxYear } from './invalid-tax-year.ts';
import { shippedTaxYears } from './shipped-tax-years.ts';

/** A year of the database, and its issues. */
export interface StoredYear {
  /** Null when it cannot be used. */
  readonly year: TaxYearDocument | null;
  readonly problem?: BothLanguages;
}

/** Groups other than those of a short household, which the SQL tables have too. */
const FURTHER_GROUPS: ReadonlySet<PropertyKey | undefined> = new Set(['return', 'neutralRates']);

/** A year unchanged since it was shipped is not checked: that would slow the start. */
export async function storedYear({ income_year, document }: TaxYearDocumentRow): Promise<StoredYear> {
  const values: unknown = jsonOf(document);
  const shipped = shippedTaxYears().find(({ incomeYear }) => incomeYear === income_year);
  if (shipped && isDeepStrictEqual(values, shipped)) return { year: shipped };
  return checkedYear(values, income_year);
}

/** A year whose further groups have issues, or lack values of a later program, still computes short households. */
async function checkedYear(values: unknown, incomeYear: number): Promise<StoredYear> {
  const { parseTaxYear } = await import('./parse-tax-year.ts');
  const parse = (candidate: unknown) =>
    parseTaxYear(candidate, `The income year ${incomeYear} in the database`);
  try {
    return { year: parse(values) };
  } catch (error) {
    if (!(error instanceof InvalidTaxYear)) throw error;
    if (!error.issues.every(({ path }) => FURTHER_GROUPS.has(path[0])))
      return { year: null, problem: logTexts.unusableYear(error.message) };
    const year = parse({ ...(values as object), return: null, neutralRates: [] });
    return { year, problem: logTexts.shortYear(error.message) };
  }
}

/** A text that is not JSON has the issues of a year without values. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
