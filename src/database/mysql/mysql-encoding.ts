import { type Kysely, sql } from 'kysely';
import { DatabaseRefused } from '../database-errors.ts';
import type { Schema } from '../schema.ts';

interface TextColumn {
  table: string;
  column: string;
  charset: string;
  nullable: string;
}

/**
 * Our migrations set the character set of each table, whatever that of the database is. An administrator or a restored
 * dump may have changed it.
 *
 * @throws DatabaseRefused when a text column cannot store every character
 */
export async function requireUnicode(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<TextColumn>`
    select table_name as ${sql.ref('table')}, column_name as ${sql.ref('column')},
      character_set_name as charset, is_nullable as nullable
    from information_schema.columns
    where table_schema = database() and data_type = 'longtext' and character_set_name <> 'utf8mb4'
      and table_name in ('installation', 'sessions', 'simulations', 'tbsources')`.execute(db);
  if (rows.length === 0) return;
  const places = rows.map(({ table, column, charset }) => `${table}.${column} (${charset})`);
  const statements = rows.map(
    ({ table, column, nullable }) =>
      `ALTER TABLE ${table} MODIFY ${column} LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ${nullable === 'YES' ? 'NULL' : 'NOT NULL'};`,
  );
  throw new DatabaseRefused(
    `These columns cannot hold every character: ${places.join(', ')}. Run:\n  ${statements.join('\n  ')}`,
  );
}
