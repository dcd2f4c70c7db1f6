import type { Config } from '../../config/config-schema.ts';
import { createTaxOffice, type TaxOffice } from '../../tax/tax-office.ts';
import type { TaxYear } from '../../tax/tax-year.ts';

/** The calculation over the tax years as the database has them now. */
export interface TaxService {
  readonly office: () => TaxOffice;
  readonly defaultIncomeYear: () => number;
}

/** `tax.income_year` names a year that the database does not have, or not for the method. */
export class IncomeYearMissing extends Error {
  override readonly name = 'IncomeYearMissing';

  constructor(year: number | 'latest', method: string, known: readonly number[]) {
    super(
      `tax.income_year: ${year} is not known for the method ${method}; known: ${known.join(', ') || 'none'}`,
    );
  }
}

export function taxService(
  { method, income_year }: Config['tax'],
  taxYears: () => readonly TaxYear[],
): TaxService {
  let years: readonly TaxYear[] | null = null;
  let office: TaxOffice | null = null;

  function current(): TaxOffice {
    const latest = taxYears();
    if (office && years === latest) return office;
    years = latest;
    office = createTaxOffice({ method, years: latest });
    return office;
  }

  return {
    office: current,
    defaultIncomeYear: () => (income_year === 'latest' ? current().latestYear : income_year),
  };
}

/** @throws {IncomeYearMissing} when a request without a year could not be answered */
export function checkIncomeYear({ method, income_year }: Config['tax'], office: TaxOffice): void {
  const isKnown = income_year === 'latest' ? office.years.length > 0 : office.years.includes(income_year);
  if (!isKnown) throw new IncomeYearMissing(income_year, method, office.years);
}
