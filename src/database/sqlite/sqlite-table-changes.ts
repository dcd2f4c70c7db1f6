import { sql } from 'kysely';
import type { TableChanges } from '../dialect.ts';

/** Only our own files are opened, so there are no tables of the earlier application to change. */
export const tableChanges: TableChanges = {
  async columnsOf(db, table) {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
    return rows.map(({ name }) => ({ name, isDouble: true, isNullable: true }));
  },
  toDouble(column) {
    throw new Error(`${column} is a double already`);
  },
};
