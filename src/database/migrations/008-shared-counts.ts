import type { Migration } from './migration.ts';

/** What all instances count together: failures to sign in, and requests of a minute. */
export const sharedCounts: Migration = {
  name: 'shared counts',
  async up({ db, dialect: { types } }) {
    await db.schema
      .createTable('shared_counts')
      .ifNotExists()
      .addColumn('name', types.token, (column) => column.primaryKey())
      .addColumn('value', 'bigint', (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .modifyEnd(types.tableOptions)
      .execute();
  },
};
