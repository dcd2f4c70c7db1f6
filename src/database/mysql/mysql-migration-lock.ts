import { type Kysely, sql } from 'kysely';
import { sleep } from '../availability.ts';
import type { Schema } from '../schema.ts';

/** A name lock of the server. DDL commits by itself here, so that the work is no transaction. */
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
      // A connection that broke has let go of it already.
      await isTrue(connection, sql`release_lock(${name})`).catch(() => {});
    }
  });
}

async function isTrue(connection: Kysely<Schema>, expression: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql<{ value: number }>`select ${expression} as value`.execute(connection);
  return rows[0]?.value === 1;
}
