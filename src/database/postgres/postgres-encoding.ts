import { type Kysely, sql } from 'kysely';
import { DatabaseRefused } from '../database-errors.ts';
import type { ServerSettings } from '../database-settings.ts';
import type { Schema } from '../schema.ts';

/** The statement that creates a suitable database, whatever the server's encoding and locale are. */
export function createStatement({ name, user }: ServerSettings): string {
  return `CREATE DATABASE "${name}" OWNER "${user}" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';`;
}

/**
 * The encoding of a database cannot be changed.
 *
 * @throws DatabaseRefused when the database cannot store every character
 */
export async function requireUnicode(db: Kysely<Schema>, settings: ServerSettings): Promise<void> {
  const { rows } = await sql<{ encoding: string }>`
    select current_setting('server_encoding') as encoding`.execute(db);
  const encoding = rows[0]?.encoding;
  if (encoding === 'UTF8') return;
  throw new DatabaseRefused(
    `The database ${settings.name} is in the encoding ${encoding}, in which names cannot be kept as they are written. Rename it or set database.name to another name, and make the database: ${createStatement(settings)}`,
  );
}
