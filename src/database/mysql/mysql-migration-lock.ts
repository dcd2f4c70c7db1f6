import { type Kysely, sql } from 'kysely';
import { sleep } from '../availability.ts';
import type { Schema } from '../schema.ts';

/** A named lock of the server. DDL commits by itself here, so the work is not a transaction. */
export async function withMigrationLock(
  db: Kysely<Schema>,
  work: (db: Kysely<Schema>) => Promise<void>,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    const name = sql`concat('tax-server ', sha1(database()))`;
    while (!(await isTrue(connection, sql`get_lock(${name}, 1)`))) await sleep(100);
    try {
      await work(connection);
    } finally {
      // A broken connection has released it already.
      await isTrue(connection, sql`release_lock(${name})`).catch(() => {});
    }
  });
}

async function isTrue(connection: Kysely<Schema>, expression: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql<{ value: number }>`select ${expression} as value`.execute(connection);
  return rows[0]?.value === 1;
}
