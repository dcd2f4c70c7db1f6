import type { Migration } from './migration.ts';

/** Each step tells which programs can still use the tables after it, so that two versions can run side by side. */
export const rollingUpgrades: Migration = {
  name: 'rolling upgrades',
  async up({ db, dialect: { changes } }) {
    const columns = await changes.columnsOf(db, 'schema_migrations');
    if (columns.some(({ name }) => name === 'serves_from')) return;
    await db.schema.alterTable('schema_migrations').addColumn('serves_from', 'integer').execute();
  },
};
