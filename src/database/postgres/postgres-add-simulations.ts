import { type Kysely, sql } from 'kysely';
import { MOST_SIMULATIONS } from '../../model/sessions.ts';
import { prepare } from '../compiled-query.ts';
import type { AddSimulations, ErrorExplanation } from '../dialect.ts';
import type { Schema, SessionRow } from '../schema.ts';
import { type Addition, batchInserts } from '../sessions/batch-inserts.ts';

type Counter = Pick<SessionRow, 'session_key' | 'last_simulation_id'>;

/**
 * One statement for all additions of a turn: it increases the counters and writes the rows with their numbers. Counters
 * and rows are JSON texts, so that the statement is the same for any number of them.
 */
export function addSimulations(
  db: Kysely<Schema>,
  explain: (error: unknown) => ErrorExplanation | null,
): AddSimulations {
  const add = prepare<{ counts: string; rows: string }, Counter>((value) => ({
    compile: () =>
      sql<Counter>`
        with reserved as (
          update sessions set last_simulation_id = last_simulation_id + added
          from json_to_recordset(${value('counts')}) as count (key text, added bigint)
          where session_key = key and last_simulation_id + added <= ${sql.lit(MOST_SIMULATIONS)}
          returning session_key, last_simulation_id
        ), kept as (
          insert into simulations (session_key, id, income_year, method, household, amount_due, surcharge, decote,
            reduction, rate, created_at, label)
          select session_key, last_simulation_id - behind, income_year, method, household, amount_due, surcharge, decote,
            reduction, rate, created_at, label
          from reserved join json_to_recordset(${value('rows')}) as row (key text, behind bigint, income_year integer,
            method text, household text, amount_due bigint, surcharge bigint, decote bigint, reduction bigint,
            rate double precision, created_at bigint, label text) on session_key = key
        )
        select session_key, last_simulation_id from reserved`.compile(db),
  }));

  async function keep(additions: readonly Addition[]): Promise<void> {
    const counts = additions.map(({ key, rows }) => ({ key, added: rows.length }));
    const rows = additions.flatMap(({ key, rows }) =>
      rows.map((row, index) => ({ ...row, key, behind: rows.length - 1 - index })),
    );
    const values = { counts: JSON.stringify(counts), rows: JSON.stringify(rows) };
    const counters = (await add(db, values)).rows;
    const lastIds = new Map(counters.map((row) => [row.session_key, row.last_simulation_id]));
    for (const addition of additions) addition.settle(lastIds.get(addition.key) ?? null);
  }

  /** A session locked by another transaction delays only its own callers. */
  async function keepApart(additions: readonly Addition[]): Promise<void> {
    for (const addition of additions) keep([addition]).catch((error) => addition.fail(error));
  }

  return batchInserts((additions) =>
    keep(additions).catch((error) => {
      const isBlocked = explain(error)?.kind === 'conflict' && additions.length > 1;
      return isBlocked ? keepApart(additions) : Promise.reject(error);
    }),
  );
}
