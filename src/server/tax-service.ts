import type { Config } from '../config/config-schema.ts';
import { createTaxCalculator, NoTaxYear, type TaxCalculator } from '../tax/tax-calculator.ts';
import type { Method } from '../tax/tax-result.ts';
import type { TaxYearDocument } from '../tax/years/tax-year-document.ts';

/** The calculation with the current tax years of the database. */
export interface TaxService {
  readonly calculator: () => TaxCalculator;
  /** With either method; null when no year has values for it. */
  readonly calculatorBy: (method: Method) => TaxCalculator | null;
  readonly defaultIncomeYear: () => number;
}

/** `tax.income_year` is a year that the database does not have, or not for the method. */
export class IncomeYearMissing extends Error {
  override readonly name = 'IncomeYearMissing';

  constructor(year: number, method: string, known: readonly number[]) {
    super(`tax.income_year: ${year} is not known for the method ${method}; known: ${known.join(', ')}`);
  }
}

export function taxService(
  { method, income_year }: Config['tax'],
  taxYears: () => readonly TaxYearDocument[],
): TaxService {
  const by = {
    official: currentCalculator('official', taxYears),
    legacy: currentCalculator('legacy', taxYears),
  };
  const current = by[method];

  return {
    calculator: current,
    calculatorBy: (wanted) => orNull(by[wanted]),
    defaultIncomeYear: () => (income_year === 'latest' ? current().latestYear : income_year),
  };
}

/** The calculator of a method, made again when the years have changed. */
function currentCalculator(method: Method, taxYears: () => readonly TaxYearDocument[]): () => TaxCalculator {
  let years: readonly TaxYearDocument[] = [];
  let calculator: TaxCalculator | null = null;
  return () => {
    const now = taxYears();
    if (calculator && years === now) return calculator;
    calculator = createTaxCalculator({ method, years: now });
    years = now;
    return calculator;
  };
}

function orNull(calculator: () => TaxCalculator): TaxCalculator | null {
  try {
    return calculator();
  } catch (error) {
    if (error instanceof NoTaxYear) return null;
    throw error;
  }
}

/** @throws {IncomeYearMissing} when requests without a year could not be answered */
export function checkIncomeYear({ method, income_year }: Config['tax'], calculator: TaxCalculator): void {
  if (income_year !== 'latest' && !calculator.years.includes(income_year)) {
    throw new IncomeYearMissing(income_year, method, calculator.years);
  }
}
