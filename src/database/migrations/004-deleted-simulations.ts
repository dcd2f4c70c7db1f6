import type { Migration } from './migration.ts';

/** A deleted simulation stays as long as its session, so that a deletion can be undone. */
export const deletedSimulations: Migration = {
  name: 'deleted simulations',
  async up({ db, dialect: { changes } }) {
    const columns = await changes.columnsOf(db, 'simulations');
    if (columns.some(({ name }) => name === 'deleted_at')) return;
    await db.schema.alterTable('simulations').addColumn('deleted_at', 'bigint').execute();
  },
};
