import { type Kysely, sql } from 'kysely';
import { DatabaseRefused } from '../errors.ts';
import type { Schema } from '../schema.ts';

/** Marks a file as ours (sqlite.org/pragma.html#pragma_application_id): "TAXS". */
const APPLICATION_ID = 0x54_41_58_53;

/** Marks an empty file as ours; refuses a file with another application's tables. */
export async function inspectFile(db: Kysely<Schema>, file: string): Promise<void> {
  const { rows } = await sql<{ application_id: number }>`pragma application_id`.execute(db);
  if (rows[0]?.application_id === APPLICATION_ID) return;
  const tables = await sql<{ name: string }>`select name from sqlite_master limit 1`.execute(db);
  if (tables.rows.length > 0) {
    throw new DatabaseRefused(
      `${file} is the SQLite database of another application. Set database.file to another file.`,
    );
  }
  await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(db);
}
