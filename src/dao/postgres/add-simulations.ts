import { type Kysely, sql } from 'kysely';
import type { AddSimulations } from '../dialect.ts';
import { prepare } from '../prepared.ts';
import type { Schema, SessionRow } from '../schema.ts';

/** One statement: the counter moves on and the rows, which travel as one JSON text, are written with its numbers. */
export function addSimulations(db: Kysely<Schema>): AddSimulations {
  const add = prepare<{ key: string; count: number; rows: string }, Pick<SessionRow, 'last_simulation_id'>>(
    (value) => ({
      compile: () =>
        sql<Pick<SessionRow, 'last_simulation_id'>>`
        with reserved as (
          update sessions set last_simulation_id = last_simulation_id + ${value('count')}
          where session_key = ${value('key')}
          returning session_key, last_simulation_id
        ), added as (
          insert into simulations (session_key, id, income_year, method, household, amount_due, surcharge, decote,
            reduction, rate, created_at, label)
          select session_key, last_simulation_id - behind, income_year, method, household, amount_due, surcharge, decote,
            reduction, rate, created_at, label
          from reserved, json_to_recordset(${value('rows')}) as row (behind bigint, income_year integer, method text,
            household text, amount_due bigint, surcharge bigint, decote bigint, reduction bigint,
            rate double precision, created_at bigint, label text)
        )
        select last_simulation_id from reserved`.compile(db),
    }),
  );

  return async (key, rows) => {
    const numbered = rows.map((row, index) => ({ ...row, behind: rows.length - 1 - index }));
    const result = await add(db, { key, count: rows.length, rows: JSON.stringify(numbered) });
    return result.rows[0]?.last_simulation_id ?? null;
  };
}
