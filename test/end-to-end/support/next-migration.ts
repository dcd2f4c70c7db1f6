import type { Migration } from '../../../src/database/migrations/migration.ts';

/** What the program of a next version may do to the tables: add a table, and columns to those that are written to. */
export const nextMigration: Migration = {
  name: 'the next version',
  async up({ db }) {
    await db.schema.createTable('later').addColumn('id', 'integer').execute();
    for (const table of ['sessions', 'simulations', 'installation'])
      await db.schema.alterTable(table).addColumn('later', 'integer').execute();
  },
};
