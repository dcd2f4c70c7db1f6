import type { Kysely } from 'kysely';
import type { TaxYear } from '../../tax/tax-year.ts';
import type { Schema } from '../schema.ts';
import type { Scale } from './columns.ts';
import {
  bracketRows,
  type ConstantValues,
  courseValues,
  officialValues,
  sourceRows,
  type TaxYearRows,
} from './rows.ts';

/** The rows of every income year, oldest first. Where a year has several rows of constants the first one counts. */
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

/** Writes the values of the official method and their sources; the year's row of constants stays the same row. */
export async function writeOfficial(db: Kysely<Schema>, year: TaxYear): Promise<void> {
  await writeScale(db, year, 'income_tax', year.brackets);
  await writeScale(db, year, 'cehr_single', year.cehr.single);
  await writeScale(db, year, 'cehr_couple', year.cehr.couple);
  await writeConstants(db, year.incomeYear, officialValues(year));
  await db.deleteFrom('tbsources').where('income_year', '=', year.incomeYear).execute();
  const sources = sourceRows(year);
  if (sources.length > 0) await db.insertInto('tbsources').values(sources).execute();
}

/** Writes the values of the earlier application, or removes them when the year has none. */
export async function writeCourse(db: Kysely<Schema>, year: TaxYear): Promise<void> {
  await writeScale(db, year, 'course', year.course?.brackets ?? []);
  await writeConstants(db, year.incomeYear, courseValues(year));
}

async function writeScale(
  db: Kysely<Schema>,
  { incomeYear }: TaxYear,
  scale: Scale,
  brackets: TaxYear['brackets'],
): Promise<void> {
  await db
    .deleteFrom('tbtranches')
    .where('income_year', '=', incomeYear)
    .where('scale', '=', scale)
    .execute();
  const rows = bracketRows(incomeYear, scale, brackets);
  if (rows.length > 0) await db.insertInto('tbtranches').values(rows).execute();
}

async function writeConstants(db: Kysely<Schema>, incomeYear: number, values: ConstantValues): Promise<void> {
  const known = await db
    .selectFrom('tbconstantes')
    .select('id')
    .where('income_year', '=', incomeYear)
    .executeTakeFirst();
  if (known) {
    await db.updateTable('tbconstantes').set(values).where('income_year', '=', incomeYear).execute();
  } else {
    await db
      .insertInto('tbconstantes')
      .values({ ...values, income_year: incomeYear })
      .execute();
  }
}
