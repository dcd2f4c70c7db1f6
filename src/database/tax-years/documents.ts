import type { Kysely } from 'kysely';
import type { TaxYearDocument } from '../../tax/years/tax-year-document.ts';
import type { Schema, TaxYearDocumentRow } from '../schema.ts';

/** The document of every income year, oldest first. */
export function readDocuments(db: Kysely<Schema>): Promise<TaxYearDocumentRow[]> {
  return db.selectFrom('tax_year_documents').selectAll().orderBy('income_year').execute();
}

/** Adds documents of years that have none yet. */
export async function insertDocuments(db: Kysely<Schema>, years: readonly TaxYearDocument[]): Promise<void> {
  if (years.length === 0) return;
  const rows = years.map((year) => ({ income_year: year.incomeYear, document: JSON.stringify(year) }));
  await db.insertInto('tax_year_documents').values(rows).execute();
}

/** Replaces the document of a year. */
export async function replaceDocument(db: Kysely<Schema>, year: TaxYearDocument): Promise<void> {
  await deleteDocument(db, year.incomeYear);
  await insertDocuments(db, [year]);
}

export async function deleteDocument(db: Kysely<Schema>, incomeYear: number): Promise<void> {
  await db.deleteFrom('tax_year_documents').where('income_year', '=', incomeYear).execute();
}
