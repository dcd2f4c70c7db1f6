import type { Kysely } from 'kysely';
import type { TaxYear } from '../../tax/years/tax-year.ts';
import type { Schema } from '../schema.ts';
import { LEGACY_SCALE, type Scale } from './tax-year-columns.ts';
import {
  bracketRows,
  type ConstantValues,
  legacyValues,
  officialValues,
  sourceRows,
  type TaxYearRows,
} from './tax-year-rows.ts';

/** The rows of every income year, oldest first. If a year has several rows of constants, the first one is used. */
export async function readRows(db: Kysely<Schema>): Promise<TaxYearRows[]> {
  const constants = await db.selectFrom('tbconstantes').selectAll().orderBy('id').execute();
  const brackets = await db.selectFrom('tbtranches').selectAll().orderBy('id').execute();
  const sources = await db.selectFrom('tbsources').selectAll().orderBy('id').execute();
  const years = new Map(constants.toReversed().map((row) => [row.income_year, row]));
  return [...years.values()]
    .sort((a, b) => a.income_year - b.income_year)
    .map((row) => ({
      constants: row,
      brackets: brackets.filter(({ income_year }) => income_year === row.income_year),
      sources: sources.filter(({ income_year }) => income_year === row.income_year),
    }));
}

/**
 * Writes tax years, in few statements for any number of them. The row of a year's constants stays the same row.
 *
 * @param keepLegacy the years whose values of the earlier application are not changed in the database
 */
export async function writeTaxYears(
  db: Kysely<Schema>,
  years: readonly TaxYear[],
  keepLegacy: ReadonlySet<number> = new Set(),
): Promise<void> {
  const isKept = ({ incomeYear }: TaxYear) => keepLegacy.has(incomeYear);
  await deleteRows(db, years, isKept);
  const brackets = years.flatMap((year) => bracketsOf(year, isKept(year)));
  await db.insertInto('tbtranches').values(brackets).execute();
  await db.insertInto('tbsources').values(years.flatMap(sourceRows)).execute();
  await writeConstants(
    db,
    years.map((year) => ({
      ...officialValues(year),
      ...(isKept(year) ? {} : legacyValues(year)),
      income_year: year.incomeYear,
    })),
  );
}

/** Deletes all rows of an income year. */
export async function deleteTaxYear(db: Kysely<Schema>, incomeYear: number): Promise<void> {
  for (const table of ['tbsources', 'tbtranches', 'tbconstantes'] as const)
    await db.deleteFrom(table).where('income_year', '=', incomeYear).execute();
}

async function deleteRows(
  db: Kysely<Schema>,
  years: readonly TaxYear[],
  isKept: (year: TaxYear) => boolean,
): Promise<void> {
  const numbers = years.map(({ incomeYear }) => incomeYear);
  const replaced = years.filter((year) => !isKept(year)).map(({ incomeYear }) => incomeYear);
  await db.deleteFrom('tbsources').where('income_year', 'in', numbers).execute();
  await db
    .deleteFrom('tbtranches')
    .where('income_year', 'in', numbers)
    .where((row) =>
      row.or([
        row('scale', '<>', LEGACY_SCALE),
        ...(replaced.length > 0 ? [row('income_year', 'in', replaced)] : []),
      ]),
    )
    .execute();
}

function bracketsOf(year: TaxYear, withoutLegacy: boolean): ReturnType<typeof bracketRows> {
  const scales: readonly (readonly [Scale, TaxYear['brackets']])[] = [
    ['income_tax', year.brackets],
    ['cehr_single', year.cehr.single],
    ['cehr_couple', year.cehr.couple],
    [LEGACY_SCALE, withoutLegacy ? [] : (year.legacy?.brackets ?? [])],
  ];
  return scales.flatMap(([scale, brackets]) => bracketRows(year.incomeYear, scale, brackets));
}

async function writeConstants(
  db: Kysely<Schema>,
  rows: readonly (ConstantValues & { readonly income_year: number })[],
): Promise<void> {
  const existing = await db.selectFrom('tbconstantes').select('income_year').execute();
  const known = new Set(existing.map(({ income_year }) => income_year));
  for (const row of rows.filter(({ income_year }) => known.has(income_year))) {
    await db.updateTable('tbconstantes').set(row).where('income_year', '=', row.income_year).execute();
  }
  const added = rows.filter(({ income_year }) => !known.has(income_year));
  if (added.length > 0) await db.insertInto('tbconstantes').values(added).execute();
}
