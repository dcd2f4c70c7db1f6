import { type RawBuilder, sql } from 'kysely';
import type { LegacyConstants, TaxYear } from '../../tax/years/tax-year.ts';
import { DatabaseRefused } from '../database-errors.ts';
import { logTexts } from '../log-texts.ts';
import type { MigrationContext } from '../migrations/migration.ts';
import { bracketColumns, LEGACY_SCALE, legacyColumns, officialColumns } from './tax-year-columns.ts';
import { bracketRows, legacyValues } from './tax-year-rows.ts';

/** The income year of the earlier application's values, which its tables do not contain. */
const ORIGINAL_YEAR = 2018;

const integer = sql`integer`;
const double = sql`double precision`;

interface LegacyTable {
  readonly table: 'tbtranches' | 'tbconstantes';
  readonly original: readonly string[];
  /** Whether the original columns must accept years without the earlier application's values. */
  readonly nullable: boolean;
  readonly added: Readonly<Record<string, RawBuilder<unknown>>>;
}

/** Adds to the earlier application's tables, where they exist, our columns and types. Nothing is dropped. */
export async function importLegacyTables(context: MigrationContext): Promise<void> {
  await importLegacyTable(context, {
    table: 'tbtranches',
    original: bracketColumns,
    nullable: false,
    added: { income_year: integer, scale: context.dialect.types.token },
  });
  await importLegacyTable(context, {
    table: 'tbconstantes',
    original: Object.keys(legacyColumns),
    nullable: true,
    added: {
      income_year: integer,
      ...Object.fromEntries(Object.keys(officialColumns).map((column) => [column, double])),
    },
  });
}

async function importLegacyTable(context: MigrationContext, wanted: LegacyTable): Promise<void> {
  const { db, dialect, log } = context;
  const { table, original, nullable, added } = wanted;
  const columns = new Map(
    (await dialect.changes.columnsOf(db, table)).map((column) => [column.name, column]),
  );
  if (columns.size === 0) return;
  refuseStranger(table, original, columns);
  const changed = original.filter((name) => {
    const column = columns.get(name);
    return !column?.isDouble || (nullable && !column.isNullable);
  });
  const clauses = [
    ...changed.map((name) => dialect.changes.toDouble(name, nullable)),
    ...Object.entries(added)
      .filter(([name]) => !columns.has(name))
      .map(([name, type]) => sql`add column ${sql.ref(name)} ${type}`),
  ];
  if (clauses.length === 0) return;
  // One statement, so that an administrator can run it where this user may not.
  await sql`alter table ${sql.table(table)} ${sql.join(clauses)}`.execute(db);
  log.info(logTexts.legacyImported(table));
  context.onLegacyImport?.(table);
}

function refuseStranger(
  table: string,
  original: readonly string[],
  columns: ReadonlyMap<string, unknown>,
): void {
  const missing = original.filter((name) => !columns.has(name));
  if (missing.length === 0) return;
  throw new DatabaseRefused(
    `The table ${table} is not the earlier application's: it lacks ${missing.join(', ')}. Rename that table, or set database.name to another database.`,
  );
}

/**
 * Sets the missing income year of rows, and corrects values changed by single precision.
 *
 * @param shipped the years with the exact values
 * @returns the income years with the earlier application's values
 */
export async function importLegacyConstants(
  context: MigrationContext,
  shipped: readonly TaxYear[],
): Promise<ReadonlySet<number>> {
  const { db } = context;
  const year = { income_year: ORIGINAL_YEAR };
  await db.updateTable('tbconstantes').set(year).where('income_year', 'is', null).execute();
  await db
    .updateTable('tbtranches')
    .set({ ...year, scale: LEGACY_SCALE })
    .where('income_year', 'is', null)
    .execute();
  const known = shipped.find(({ incomeYear }) => incomeYear === ORIGINAL_YEAR)?.legacy;
  if (known) await restoreExactValues(context, known);
  return yearsWithLegacy(context);
}

/** MySQL's FLOAT columns held 13913.7 for 13913.69 (contract §1.4, decision D5). */
async function restoreExactValues(context: MigrationContext, known: LegacyConstants): Promise<void> {
  const { db } = context;
  const brackets = await db
    .selectFrom('tbtranches')
    .selectAll()
    .where('income_year', '=', ORIGINAL_YEAR)
    .where('scale', '=', LEGACY_SCALE)
    .orderBy('id')
    .execute();
  const exactBrackets = bracketRows(ORIGINAL_YEAR, LEGACY_SCALE, known.brackets);
  for (const [index, row] of brackets.entries()) {
    await restoreRow(context, 'tbtranches', row, exactBrackets[index] ?? {});
  }
  const constants = await db
    .selectFrom('tbconstantes')
    .selectAll()
    .where('income_year', '=', ORIGINAL_YEAR)
    .execute();
  for (const row of constants)
    await restoreRow(context, 'tbconstantes', row, legacyValues({ legacy: known }));
}

async function restoreRow(
  { db, log }: MigrationContext,
  table: 'tbtranches' | 'tbconstantes',
  row: { readonly id: number },
  exactValues: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [column, exact] of Object.entries(exactValues)) {
    const value = (row as Record<string, unknown>)[column];
    if (!isSinglePrecisionOf(exact, value)) continue;
    await db
      .updateTable(table)
      .set({ [column]: exact })
      .where('id', '=', row.id)
      .execute();
    log.info(logTexts.restored(`${table}.${column}`, row.id, value, exact));
  }
}

/** Whether `value` is `exact` in single precision: in binary, or as MySQL prints it, with six digits. */
function isSinglePrecisionOf(exact: unknown, value: unknown): boolean {
  if (typeof exact !== 'number' || typeof value !== 'number' || value === exact) return false;
  const printed = Number(Math.fround(exact).toPrecision(6));
  return [Math.fround(exact), printed, Math.fround(printed)].includes(value);
}

async function yearsWithLegacy({ db }: MigrationContext): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('tbconstantes')
    .innerJoin('tbtranches', 'tbtranches.income_year', 'tbconstantes.income_year')
    .select('tbconstantes.income_year')
    .where('tbtranches.scale', '=', LEGACY_SCALE)
    .where('tbconstantes.plafond_qf_demi_part', 'is not', null)
    .execute();
  return new Set(rows.map(({ income_year }) => income_year));
}
