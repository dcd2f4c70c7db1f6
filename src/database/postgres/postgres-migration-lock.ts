import { type Kysely, sql } from 'kysely';
import { sleep } from '../availability.ts';
import type { Schema } from '../schema.ts';

/** The number of the advisory lock, "tax-server". */
const LOCK = 7_461_782_739;

/** One transaction under an advisory lock of the database. */
export async function withMigrationLock(
  db: Kysely<Schema>,
  work: (db: Kysely<Schema>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // Tried again and again: a waiting statement would reach its time limit.
    while (!(await isLocked(transaction))) await sleep(100);
    await work(transaction);
  });
}

async function isLocked(transaction: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{
    locked: boolean;
  }>`select pg_try_advisory_xact_lock(${sql.lit(LOCK)}) as locked`.execute(transaction);
  return rows[0]?.locked === true;
}
