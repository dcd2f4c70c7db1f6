import type { Kysely } from 'kysely';
import type { CountState, SharedCounts } from '../../model/shared-counts.ts';
import type { Clock } from '../database-settings.ts';
import type { CountRow, Schema } from '../schema.ts';
import type { AddCounts } from './add-statement.ts';

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

/** Deletes the counts that have ended. */
export async function purgeCounts(db: Kysely<Schema>, now: number): Promise<void> {
  await db.deleteFrom('shared_counts').where('ends_at', '<=', now).execute();
}

function stateOf(rows: readonly CountRow[], name: string, now: number): CountState {
  const row = rows.find((each) => each.name === name);
  if (!row || row.ends_at <= now) return { value: 0, msLeft: 0 };
  return { value: row.value, msLeft: row.ends_at - now };
}
