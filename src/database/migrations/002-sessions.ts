import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import type { Migration } from './migration.ts';

/** Sessions and their simulations (contract §3). Deleting a session deletes its simulations. */
export const sessions: Migration = {
  name: 'sessions',
  async up({ db, dialect: { types } }) {
    await createSessions(db, types);
    await createSimulations(db, types);
  },
};

async function createSessions(db: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('sessions')
    .ifNotExists()
    .addColumn('session_key', types.token, (column) => column.primaryKey())
    .addColumn('id_hash', types.token, (column) => column.notNull().unique())
    .addColumn('type', types.token)
    .addColumn('login', types.text)
    .addColumn('csrf_secret', types.text, (column) => column.notNull())
    .addColumn('page', types.text)
    .addColumn('last_simulation_id', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    // The index for the purge: a constraint, because "create index" cannot be repeated everywhere.
    .addUniqueConstraint('sessions_by_expiry', ['expires_at', 'session_key'])
    .modifyEnd(types.tableOptions)
    .execute();
}

async function createSimulations(db: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('simulations')
    .ifNotExists()
    .addColumn('session_key', types.token, (column) => column.notNull())
    .addColumn('id', 'bigint', (column) => column.notNull())
    .addColumn('income_year', 'integer', (column) => column.notNull())
    .addColumn('method', types.token, (column) => column.notNull())
    .addColumn('household', types.text, (column) => column.notNull())
    .addColumn('amount_due', 'bigint', (column) => column.notNull())
    .addColumn('surcharge', 'bigint', (column) => column.notNull())
    .addColumn('decote', 'bigint', (column) => column.notNull())
    .addColumn('reduction', 'bigint', (column) => column.notNull())
    .addColumn('rate', sql`double precision`, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('label', types.text)
    .addPrimaryKeyConstraint('simulations_pk', ['session_key', 'id'])
    .addForeignKeyConstraint('simulations_session_fk', ['session_key'], 'sessions', ['session_key'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(types.tableOptions)
    .execute();
}
