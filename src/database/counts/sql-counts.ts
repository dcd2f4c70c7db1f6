import type { Kysely } from 'kysely';
import type { CountState, SharedCounts } from '../../model/shared-counts.ts';
import type { Clock } from '../database-settings.ts';
import type { CountRow, Schema } from '../schema.ts';
import type { AddCounts } from './add-statement.ts';

/** Rows deleted in one step of the purge: few enough not to delay others. */
export const PURGED_COUNTS = 1_000;

/** Runs an operation on the connection, or rejects because it cannot be used. */
export type RunOnCounts = <T>(operation: (db: Kysely<Schema>, add: AddCounts) => Promise<T>) => Promise<T>;

/** Counts in the table `shared_counts`, by the clocks of the instances. */
export function sqlCounts(run: RunOnCounts, clock: Clock): SharedCounts {
  return {
    add: (_, additions) =>
      run(async (db, add) => {
        const now = clock();
        const rows = await add(db, additions, now);
        return additions.map(({ name }) => stateOf(rows, name, now));
      }),
    look: (_, names) =>
      run(async (db) => {
        const now = clock();
        const rows = await db.selectFrom('shared_counts').selectAll().where('name', 'in', names).execute();
        return names.map((name) => stateOf(rows, name, now));
      }),
    forget: (_, name) =>
      run(async (db) => {
        await db.deleteFrom('shared_counts').where('name', '=', name).execute();
      }),
  };
}

/** Deletes counts that have ended, up to the limit of a step. Whether there may be more. */
export async function purgeCounts(db: Kysely<Schema>, now: number): Promise<boolean> {
  const ended = await db
    .selectFrom('shared_counts')
    .select('name')
    .where('ends_at', '<=', now)
    .orderBy('ends_at')
    .limit(PURGED_COUNTS)
    .execute();
  if (ended.length === 0) return false;
  const names = ended.map(({ name }) => name);
  // One of them may have begun anew meanwhile.
  await db.deleteFrom('shared_counts').where('name', 'in', names).where('ends_at', '<=', now).execute();
  return ended.length === PURGED_COUNTS;
}

function stateOf(rows: readonly CountRow[], name: string, now: number): CountState {
  const row = rows.find((each) => each.name === name);
  if (!row || row.ends_at <= now) return { value: 0, msLeft: 0 };
  return { value: row.value, msLeft: row.ends_at - now };
}
