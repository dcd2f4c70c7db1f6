import { type Kysely, sql } from 'kysely';
import type { AddSimulations } from '../dialect.ts';
import { prepare } from '../prepared.ts';
import type { Schema, SessionRow } from '../schema.ts';
import { reserveThenInsert } from '../sessions/reserve-then-insert.ts';
import { explainError } from './errors.ts';

/** The rows travel as one JSON text: one compiled statement for any number of them. */
export function addSimulations(db: Kysely<Schema>, file: string): AddSimulations {
  const reserve = prepare<{ key: string; count: number }, Pick<SessionRow, 'last_simulation_id'>>((value) =>
    db
      .updateTable('sessions')
      .set((column) => ({ last_simulation_id: column('last_simulation_id', '+', value('count')) }))
      .where('session_key', '=', value('key'))
      .returning('last_simulation_id'),
  );
  const insert = prepare<{ rows: string }, unknown>((value) => ({
    compile: () =>
      sql`
        insert into simulations
          (session_key, id, income_year, method, household, amount_due, surcharge, decote, reduction, rate, created_at, label)
        select value ->> 'session_key', value ->> 'id', value ->> 'income_year', value ->> 'method',
          value ->> 'household', value ->> 'amount_due', value ->> 'surcharge', value ->> 'decote',
          value ->> 'reduction', value ->> 'rate', value ->> 'created_at', value ->> 'label'
        from json_each(${value('rows')})`.compile(db),
  }));
  return reserveThenInsert({
    reserve: async (key, count) => (await reserve(db, { key, count })).rows[0]?.last_simulation_id ?? null,
    insert: (rows) => insert(db, { rows: JSON.stringify(rows) }),
    explain: (error) => explainError(error, file),
  });
}
