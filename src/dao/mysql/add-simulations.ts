import { type Kysely, sql } from 'kysely';
import type { AddSimulations, Explanation } from '../dialect.ts';
import { prepare } from '../prepared.ts';
import type { Schema, SimulationRow } from '../schema.ts';
import { type Addition, collectAdditions } from '../sessions/collect-additions.ts';

/**
 * Two statements for each session, each atomic by itself, instead of a transaction with its two more round trips.
 * When something ends in between, ids stay unused, which is as good as a deletion.
 */
export function addSimulations(
  db: Kysely<Schema>,
  explain: (error: unknown) => Explanation | null,
): AddSimulations {
  // LAST_INSERT_ID(expression) hands the new counter over with the answer to the update itself.
  const reserve = prepare<{ key: string; count: number }, unknown>((value) => ({
    compile: () =>
      sql`update sessions set last_simulation_id = last_insert_id(last_simulation_id + ${value('count')})
        where session_key = ${value('key')}`.compile(db),
  }));

  /** False when the session has been ended since its ids were reserved. */
  async function insert(rows: readonly SimulationRow[]): Promise<boolean> {
    try {
      await db.insertInto('simulations').values(rows).execute();
      return true;
    } catch (error) {
      if (explain(error)?.kind === 'missing-parent') return false;
      throw error;
    }
  }

  async function add({ key, rows }: Addition): Promise<number | null> {
    const { insertId } = await reserve(db, { key, count: rows.length });
    if (insertId === undefined) return null;
    const lastId = Number(insertId);
    const firstId = lastId - rows.length + 1;
    const numbered = rows.map((row, index) => ({ ...row, session_key: key, id: firstId + index }));
    return (await insert(numbered)) ? lastId : null;
  }

  return collectAdditions(async (additions) => {
    for (const addition of additions) {
      add(addition).then(
        (lastId) => addition.settle(lastId),
        (error) => addition.fail(error),
      );
    }
  });
}
