import { type Kysely, sql } from 'kysely';
import { MOST_SIMULATIONS } from '../../model/sessions.ts';
import { prepare } from '../compiled-query.ts';
import type { AddSimulations, ErrorExplanation } from '../dialect.ts';
import type { Schema, SimulationRow } from '../schema.ts';
import { type Addition, batchInserts } from '../sessions/batch-inserts.ts';

type Explain = (error: unknown) => ErrorExplanation | null;

/** From this many sessions on, one transaction costs less than two statements for each. */
const TOGETHER_FROM = 3;

/** Rows of one statement, so that it stays far below the smallest usual `max_allowed_packet`, 1 MiB. */
const ROWS_PER_STATEMENT = 500;

/** The additions of one turn: separately for few sessions, in two round trips each; in one transaction for more. */
export function addSimulations(db: Kysely<Schema>, explain: Explain): AddSimulations {
  const keepOne = oneSession(db, explain);

  async function keepApart(additions: readonly Addition[]): Promise<void> {
    for (const addition of additions) {
      const kept = fitsInStatement(addition)
        ? keepOne(addition).then((lastId) => addition.settle(lastId))
        : keepTogether(db, [addition]);
      kept.catch((error) => addition.fail(error));
    }
  }

  return batchInserts(async (additions) => {
    if (additions.length < TOGETHER_FROM) return keepApart(additions);
    try {
      await keepTogether(db, additions);
    } catch (error) {
      // A session locked by another transaction delays only its own callers.
      if (explain(error)?.kind !== 'conflict') throw error;
      await keepApart(additions);
    }
  });
}

const fitsInStatement = ({ rows }: Addition): boolean => rows.length <= ROWS_PER_STATEMENT;

/**
 * Two statements, each atomic, without the two more round trips of a transaction. If the process ends in between, ids
 * stay unused, which is harmless.
 */
function oneSession(db: Kysely<Schema>, explain: Explain): (addition: Addition) => Promise<number | null> {
  // LAST_INSERT_ID(expression) returns the new counter with the answer to the update.
  const reserve = prepare<{ key: string; count: number; room: number }, unknown>((value) => ({
    compile: () =>
      sql`update sessions set last_simulation_id = last_insert_id(last_simulation_id + ${value('count')})
        where session_key = ${value('key')} and last_simulation_id <= ${value('room')}`.compile(db),
  }));

  return async (addition) => {
    const count = addition.rows.length;
    const { insertId } = await reserve(db, { key: addition.key, count, room: MOST_SIMULATIONS - count });
    if (insertId === undefined) return null;
    const lastId = Number(insertId);
    try {
      await db.insertInto('simulations').values(numbered(addition, lastId)).execute();
      return lastId;
    } catch (error) {
      // The session was deleted after its ids were reserved.
      if (explain(error)?.kind === 'missing-parent') return null;
      throw error;
    }
  };
}

async function keepTogether(db: Kysely<Schema>, additions: readonly Addition[]): Promise<void> {
  const lastIds = await db.transaction().execute(async (transaction) => {
    const reserved = await reserveAll(transaction, additions);
    const rows = additions.flatMap((addition) => {
      const lastId = reserved.get(addition.key);
      return lastId === undefined ? [] : numbered(addition, lastId);
    });
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      const some = rows.slice(start, start + ROWS_PER_STATEMENT);
      await transaction.insertInto('simulations').values(some).execute();
    }
    return reserved;
  });
  for (const addition of additions) addition.settle(lastIds.get(addition.key) ?? null);
}

/** The new counters of the sessions that exist and have room; their rows stay locked. In a fixed order, against deadlocks. */
async function reserveAll(
  transaction: Kysely<Schema>,
  additions: readonly Addition[],
): Promise<ReadonlyMap<string, number>> {
  const sessions = await transaction
    .selectFrom('sessions')
    .select(['session_key', 'last_simulation_id'])
    .where(
      'session_key',
      'in',
      additions.map(({ key }) => key),
    )
    .orderBy('session_key')
    .forUpdate()
    .execute();
  const counters = new Map(sessions.map((row) => [row.session_key, row.last_simulation_id]));
  const lastIds = new Map<string, number>();
  for (const { key, rows } of additions) {
    const lastId = (counters.get(key) ?? MOST_SIMULATIONS) + rows.length;
    if (lastId <= MOST_SIMULATIONS) lastIds.set(key, lastId);
  }
  if (lastIds.size > 0) await setCounters(transaction, lastIds);
  return lastIds;
}

async function setCounters(transaction: Kysely<Schema>, lastIds: ReadonlyMap<string, number>): Promise<void> {
  const cases = [...lastIds].map(([key, lastId]) => sql`when ${key} then ${lastId}`);
  await transaction
    .updateTable('sessions')
    .set({ last_simulation_id: sql`case session_key ${sql.join(cases, sql` `)} else last_simulation_id end` })
    .where('session_key', 'in', [...lastIds.keys()])
    .execute();
}

function numbered({ key, rows }: Addition, lastId: number): SimulationRow[] {
  const firstId = lastId - rows.length + 1;
  return rows.map((row, index) => ({ ...row, session_key: key, id: firstId + index }));
}
