import { type RawBuilder, sql } from 'kysely';
import type { TableChanges } from './dialect.ts';

interface ColumnRow {
  name: string;
  type: string;
  nullable: string;
}

/**
 * Reads the columns of a table in databases with the standard's `information_schema`.
 *
 * @param currentSchema names the schema of our tables
 * @param doubleType the database's name for a column of doubles
 */
export function columnsFromInformationSchema(
  currentSchema: RawBuilder<unknown>,
  doubleType: string,
): TableChanges['columnsOf'] {
  return async (db, table) => {
    const { rows } = await sql<ColumnRow>`
      select column_name as name, data_type as type, is_nullable as nullable
      from information_schema.columns
      where table_schema = ${currentSchema} and table_name = ${table}`.execute(db);
    return rows.map(({ name, type, nullable }) => ({
      name,
      isDouble: type.toLowerCase() === doubleType,
      isNullable: nullable === 'YES',
    }));
  };
}
