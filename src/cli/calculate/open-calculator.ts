import { existsSync } from 'node:fs';
import type { Config } from '../../config/config-schema.ts';
import { openDatabase } from '../../database/database.ts';
import { shippedTaxYears } from '../../database/tax-years/shipped-tax-years.ts';
import { checkIncomeYear } from '../../server/tax-service.ts';
import { createTaxCalculator, type TaxCalculator } from '../../tax/tax-calculator.ts';
import type { Method } from '../../tax/tax-result.ts';
import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';

export interface OpenCalculator {
  readonly calculator: TaxCalculator;
  readonly defaultIncomeYear: number;
}

/**
 * The calculator of a configuration, which computes as its server would: with the tax years of its database. An embedded
 * database that is not there yet is not made; it would hold the years that come with the program.
 *
 * @param method instead of the configured one
 * @throws {DatabaseError, NoTaxYear, IncomeYearMissing}
 */
export async function openCalculator(config: Config, method: Method | undefined): Promise<OpenCalculator> {
  const years = await taxYearsOf(config);
  const calculator = createTaxCalculator({ method: method ?? config.tax.method, years });
  const { income_year } = config.tax;
  if (method === undefined) checkIncomeYear(config.tax, calculator);
  const isKnown = income_year !== 'latest' && calculator.years.includes(income_year);
  return { calculator, defaultIncomeYear: isKnown ? income_year : calculator.latestYear };
}

async function taxYearsOf(config: Config): Promise<readonly TaxYearDocument[]> {
  const { database: settings } = config;
  if (settings.kind === 'sqlite' && !existsSync(settings.file)) return shippedTaxYears();
  const database = openDatabase(config, { log: silent, clock: Date.now, onStateChange: () => undefined });
  try {
    await database.start();
    return database.taxYears();
  } finally {
    await database.close();
  }
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
