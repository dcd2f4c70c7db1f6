import { type Kysely, sql } from 'kysely';
import type { SqlDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { importLegacyConstants, importLegacyTables } from '../tax-years/legacy-import.ts';
import { shippedTaxYears } from '../tax-years/shipped-tax-years.ts';
import { bracketColumns, legacyColumns, officialColumns } from '../tax-years/tax-year-columns.ts';
import { writeTaxYears } from '../tax-years/tax-year-tables.ts';
import type { Migration } from './migration.ts';

/**
 * The tables of the earlier application (contract §7.3) with an income year, created or, where they exist already,
 * imported with their values; then the shipped years.
 */
export const taxYears: Migration = {
  name: 'tax years',
  async up(context) {
    const { db, dialect } = context;
    await importLegacyTables(context);
    await createBrackets(db, dialect);
    await createConstants(db, dialect);
    await createSources(db, dialect);
    const shipped = shippedTaxYears();
    const imported = await importLegacyConstants(context, shipped);
    await writeTaxYears(db, shipped, imported);
  },
};

const double = sql`double precision`;

async function createBrackets(db: Kysely<Schema>, { types }: SqlDialect): Promise<void> {
  let table = types
    .withId(db.schema.createTable('tbtranches').ifNotExists())
    .addColumn('income_year', 'integer')
    .addColumn('scale', types.token);
  for (const column of bracketColumns) table = table.addColumn(column, double, (one) => one.notNull());
  await table.execute();
}

async function createConstants(db: Kysely<Schema>, { types }: SqlDialect): Promise<void> {
  let table = types
    .withId(db.schema.createTable('tbconstantes').ifNotExists())
    .addColumn('income_year', 'integer');
  for (const column of Object.keys({ ...legacyColumns, ...officialColumns })) {
    table = table.addColumn(column, double);
  }
  await table.execute();
}

async function createSources(db: Kysely<Schema>, { types }: SqlDialect): Promise<void> {
  await types
    .withId(db.schema.createTable('tbsources').ifNotExists())
    .addColumn('income_year', 'integer', (column) => column.notNull())
    .addColumn('subject', types.token, (column) => column.notNull())
    .addColumn('text', types.text, (column) => column.notNull())
    .addColumn('url', types.text)
    .execute();
}
