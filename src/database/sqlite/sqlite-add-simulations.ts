import type { CompiledQuery, Kysely, SqliteDatabase } from 'kysely';
import { MOST_SIMULATIONS } from '../../model/sessions.ts';
import { precompile } from '../compiled-query.ts';
import type { AddSimulations } from '../dialect.ts';
import type { Schema, SessionRow, SimulationRow } from '../schema.ts';
import { type Addition, batchInserts } from '../sessions/batch-inserts.ts';

/**
 * One transaction for all additions of a turn. It waits for nothing inside, so that no lock is held from one turn to the
 * next.
 */
export function addSimulations(db: Kysely<Schema>, file: () => SqliteDatabase): AddSimulations {
  const add = adder(db, file);
  return batchInserts(async (additions) => {
    // Kysely lends the connection, so that the transaction is not inside another one.
    const lastIds = await db
      .connection()
      .execute(async () => inTransaction(file(), () => additions.map(add)));
    additions.forEach((addition, index) => {
      addition.settle(lastIds[index] ?? null);
    });
  });
}

/** Numbers and inserts the rows of one session; null when it was deleted or has no room. */
function adder(db: Kysely<Schema>, file: () => SqliteDatabase): (addition: Addition) => number | null {
  const reserve = precompile<{ key: string; count: number; room: number }, SessionRow>((value) =>
    db
      .updateTable('sessions')
      .set((column) => ({ last_simulation_id: column('last_simulation_id', '+', value('count')) }))
      .where('session_key', '=', value('key'))
      .where('last_simulation_id', '<=', value('room'))
      .returning('last_simulation_id'),
  );
  const insert = precompile<SimulationRow, unknown>((value) =>
    db.insertInto('simulations').values({
      session_key: value('session_key'),
      id: value('id'),
      income_year: value('income_year'),
      method: value('method'),
      household: value('household'),
      amount_due: value('amount_due'),
      surcharge: value('surcharge'),
      decote: value('decote'),
      reduction: value('reduction'),
      rate: value('rate'),
      created_at: value('created_at'),
      label: value('label'),
      deleted_at: value('deleted_at'),
    }),
  );

  return ({ key, rows }) => {
    const count = rows.length;
    const [counter] = all(file(), reserve({ key, count, room: MOST_SIMULATIONS - count }));
    if (!counter) return null;
    const firstId = counter.last_simulation_id - rows.length + 1;
    rows.forEach((row, index) => {
      run(file(), insert({ ...row, session_key: key, id: firstId + index }));
    });
    return counter.last_simulation_id;
  };
}

function all<R>(file: SqliteDatabase, { sql, parameters }: CompiledQuery<R>): R[] {
  return file.prepare(sql).all(parameters) as R[];
}

function run(file: SqliteDatabase, { sql, parameters }: CompiledQuery): void {
  file.prepare(sql).run(parameters);
}

function inTransaction<T>(file: SqliteDatabase, work: () => T): T {
  file.prepare('begin immediate').run([]);
  try {
    const result = work();
    file.prepare('commit').run([]);
    return result;
  } catch (error) {
    rollBack(file);
    throw error;
  }
}

/** After a full disk SQLite has already rolled back, and there is nothing to undo. */
function rollBack(file: SqliteDatabase): void {
  try {
    file.prepare('rollback').run([]);
  } catch {}
}
