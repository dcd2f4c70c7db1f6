import { sql } from 'kysely';
import type { TableChanges } from '../dialect.ts';

interface ColumnRow {
  name: string;
  type: string;
  nullable: string;
}

export const tableChanges: TableChanges = {
  async columnsOf(db, table) {
    const { rows } = await sql<ColumnRow>`
      select column_name as name, data_type as type, is_nullable as nullable
      from information_schema.columns
      where table_schema = current_schema() and table_name = ${table}`.execute(db);
    return rows.map(({ name, type, nullable }) => ({
      name,
      isDouble: type === 'double precision',
      isNullable: nullable === 'YES',
    }));
  },
  toDouble: (column, isNullable) =>
    sql`alter column ${sql.ref(column)} type double precision,
      alter column ${sql.ref(column)} ${isNullable ? sql`drop not null` : sql`set not null`}`,
};
