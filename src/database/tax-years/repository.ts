import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { TaxYear } from '../../tax/tax-year.ts';
import type { Schema } from '../schema.ts';
import { InvalidTaxYear } from './invalid-tax-year.ts';
import { fromRows, type TaxYearRows } from './rows.ts';
import { shippedTaxYears } from './shipped.ts';
import { deleteTaxYear, readRows, writeTaxYears } from './tables.ts';

/** The tax years of the database, for the commands that show and change them. */
export interface TaxYearRepository {
  /** Oldest first. A year whose values break the rules is left out. */
  list(): Promise<readonly TaxYear[]>;
  /** Adds or replaces the year, all of it or nothing. Running servers take it over within half a minute. */
  save(year: TaxYear): Promise<void>;
  /** Takes a year out, all of it or nothing. */
  remove(incomeYear: number): Promise<void>;
}

/** All tax years as they are in the database, and what is wrong with those that cannot be used. */
export interface TaxYearsRead {
  readonly years: readonly TaxYear[];
  readonly faults: readonly InvalidTaxYear[];
}

/** All tables as of one moment: a year that is saved meanwhile is read as it was or as it is, never mixed. */
export async function readTaxYears(db: Kysely<Schema>): Promise<TaxYearsRead> {
  const years: TaxYear[] = [];
  const faults: InvalidTaxYear[] = [];
  const found = await db.transaction().setIsolationLevel('repeatable read').execute(readRows);
  for (const rows of found) {
    try {
      years.push(await checkedYear(rows));
    } catch (error) {
      if (!(error instanceof InvalidTaxYear)) throw error;
      faults.push(error);
    }
  }
  return { years, faults };
}

/** A year that is as it was shipped needs no check, and the start not the time for it. */
async function checkedYear(rows: TaxYearRows): Promise<TaxYear> {
  const { income_year } = rows.constants;
  const values = fromRows(rows);
  const shipped = shippedTaxYears().find(({ incomeYear }) => incomeYear === income_year);
  if (shipped && isDeepStrictEqual(values, shipped)) return shipped;
  const { parseTaxYear } = await import('./parse.ts');
  return parseTaxYear(values, `The income year ${income_year} in the database`);
}

/** Grows with every change of the tax years, of whatever instance. */
export async function readRevision(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('installation').select('tax_years_revision').executeTakeFirstOrThrow();
  return row.tax_years_revision;
}

export function saveTaxYear(db: Kysely<Schema>, year: TaxYear): Promise<void> {
  return changeTaxYears(db, (transaction) => writeTaxYears(transaction, [year]));
}

export function removeTaxYear(db: Kysely<Schema>, incomeYear: number): Promise<void> {
  return changeTaxYears(db, (transaction) => deleteTaxYear(transaction, incomeYear));
}

async function changeTaxYears(
  db: Kysely<Schema>,
  change: (transaction: Kysely<Schema>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // First, so that two who change them at once come one after the other.
    await transaction
      .updateTable('installation')
      .set((column) => ({ tax_years_revision: column('tax_years_revision', '+', 1) }))
      .execute();
    await change(transaction);
  });
}
