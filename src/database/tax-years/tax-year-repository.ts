import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { BothLanguages } from '../../model/log-text.ts';
import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';
import type { Schema } from '../schema.ts';
import { deleteDocument, readDocuments, replaceDocument } from './documents.ts';
import { storedYear } from './stored-year.ts';
import { fromRows } from './tax-year-rows.ts';
import { deleteTaxYear, readRows, writeTaxYears } from './tax-year-tables.ts';

/** The tax years of the database, for the commands that read and change them. */
export interface TaxYearRepository {
  /** Oldest first, without years whose values break the rules. */
  list(): Promise<readonly TaxYearDocument[]>;
  /** Adds or replaces the year, completely or not at all. Running servers use it within half a minute. */
  save(year: TaxYearDocument): Promise<void>;
  /** Removes a year, completely or not at all. */
  remove(incomeYear: number): Promise<void>;
}

/** All tax years of the database, and the log lines about their problems. */
export interface TaxYearsRead {
  readonly years: readonly TaxYearDocument[];
  readonly problems: readonly BothLanguages[];
}

/** The documents are used, whatever the tables contain: see docs/databases.md. */
export async function readTaxYears(db: Kysely<Schema>): Promise<TaxYearsRead> {
  const stored = await Promise.all((await readDocuments(db)).map(storedYear));
  return {
    years: stored.flatMap(({ year }) => year ?? []),
    problems: stored.flatMap(({ problem }) => problem ?? []),
  };
}

/** The years whose tables differ from the document: somebody has changed them with SQL. */
export async function differingTables(
  db: Kysely<Schema>,
  years: readonly TaxYearDocument[],
): Promise<readonly number[]> {
  const tables = new Map((await readRows(db)).map((rows) => [rows.constants.income_year, fromRows(rows)]));
  return years
    .filter(
      ({ return: _, neutralRates: __, ...values }) =>
        !isDeepStrictEqual(tables.get(values.incomeYear), values),
    )
    .map(({ incomeYear }) => incomeYear);
}

/** Increased by every change of the tax years, by any instance. */
export async function readRevision(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('installation').select('tax_years_revision').executeTakeFirstOrThrow();
  return row.tax_years_revision;
}

export function saveTaxYear(db: Kysely<Schema>, year: TaxYearDocument): Promise<void> {
  return changeTaxYears(db, async (transaction) => {
    await writeTaxYears(transaction, [year]);
    await replaceDocument(transaction, year);
  });
}

export function removeTaxYear(db: Kysely<Schema>, incomeYear: number): Promise<void> {
  return changeTaxYears(db, async (transaction) => {
    await deleteTaxYear(transaction, incomeYear);
    await deleteDocument(transaction, incomeYear);
  });
}

async function changeTaxYears(
  db: Kysely<Schema>,
  change: (transaction: Kysely<Schema>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // First, so that two simultaneous changes happen one after the other.
    await transaction
      .updateTable('installation')
      .set((column) => ({ tax_years_revision: column('tax_years_revision', '+', 1) }))
      .execute();
    await change(transaction);
  });
}
