import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** SQLite's single write lock is the lock of the migration, which is one transaction. */
export async function withMigrationLock(
  db: Kysely<Schema>,
  work: (db: Kysely<Schema>) => Promise<void>,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      await work(connection);
      await sql`commit`.execute(connection);
    } catch (error) {
      // After a full disk SQLite has already rolled back.
      await sql`rollback`.execute(connection).catch(() => {});
      throw error;
    }
  });
}
