import type { Config } from '../config/config-schema.ts';
import type { Method } from '../tax/calculation.ts';
import { createTaxOffice, NoTaxYear, type TaxOffice } from '../tax/tax-office.ts';
import type { TaxYear } from '../tax/tax-year.ts';

/** The calculation over the tax years as the database has them now. */
export interface TaxService {
  readonly office: () => TaxOffice;
  /** By either method; null when no year has values for it. */
  readonly officeBy: (method: Method) => TaxOffice | null;
  readonly defaultIncomeYear: () => number;
}

/** `tax.income_year` names a year that the database does not have, or not for the method. */
export class IncomeYearMissing extends Error {
  override readonly name = 'IncomeYearMissing';

  constructor(year: number, method: string, known: readonly number[]) {
    super(`tax.income_year: ${year} is not known for the method ${method}; known: ${known.join(', ')}`);
  }
}

export function taxService(
  { method, income_year }: Config['tax'],
  taxYears: () => readonly TaxYear[],
): TaxService {
  const by = { official: officeOver('official', taxYears), legacy: officeOver('legacy', taxYears) };
  const current = by[method];

  return {
    office: current,
    officeBy: (wanted) => orNull(by[wanted]),
    defaultIncomeYear: () => (income_year === 'latest' ? current().latestYear : income_year),
  };
}

/** The office of a method, opened anew when the years have changed. */
function officeOver(method: Method, taxYears: () => readonly TaxYear[]): () => TaxOffice {
  let years: readonly TaxYear[] = [];
  let office: TaxOffice | null = null;
  return () => {
    const now = taxYears();
    if (office && years === now) return office;
    office = createTaxOffice({ method, years: now });
    years = now;
    return office;
  };
}

function orNull(office: () => TaxOffice): TaxOffice | null {
  try {
    return office();
  } catch (error) {
    if (error instanceof NoTaxYear) return null;
    throw error;
  }
}

/** @throws {IncomeYearMissing} when a request without a year could not be answered */
export function checkIncomeYear({ method, income_year }: Config['tax'], office: TaxOffice): void {
  if (income_year !== 'latest' && !office.years.includes(income_year)) {
    throw new IncomeYearMissing(income_year, method, office.years);
  }
}
