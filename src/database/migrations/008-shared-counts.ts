import type { Migration } from './migration.ts';

/** What all instances count together: failures to sign in, and requests of a minute. */
export const sharedCounts: Migration = {
  name: 'shared counts',
  async up({ db, dialect: { types } }) {
    // Of an interrupted run: "create index" cannot be repeated everywhere.
    await db.schema.dropTable('shared_counts').ifExists().execute();
    await db.schema
      .createTable('shared_counts')
      .addColumn('name', types.token, (column) => column.primaryKey())
      .addColumn('value', 'bigint', (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .modifyEnd(types.tableOptions)
      .execute();
    // For the purge. Not unique: in MySQL, upserts on a table with a second unique key can wait for each other.
    await db.schema.createIndex('shared_counts_by_end').on('shared_counts').column('ends_at').execute();
  },
};
