import { randomBytes } from 'node:crypto';
import type { Migration } from './migration.ts';

/** The row shared by all instances on one database, with the id of the installation. */
export const installation: Migration = {
  name: 'installation',
  async up({ db, dialect: { types } }) {
    await db.schema
      .createTable('installation')
      .ifNotExists()
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('installation_id', types.token, (column) => column.notNull())
      .addColumn('tax_years_revision', 'bigint', (column) => column.notNull())
      .addColumn('probed_at', 'bigint', (column) => column.notNull())
      .modifyEnd(types.tableOptions)
      .execute();
    const known = await db.selectFrom('installation').select('id').executeTakeFirst();
    if (known) return;
    await db
      .insertInto('installation')
      .values({
        id: 1,
        installation_id: randomBytes(8).toString('hex'),
        tax_years_revision: 0,
        probed_at: 0,
      })
      .execute();
  },
};
