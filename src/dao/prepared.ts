import type { Compilable, Kysely, QueryResult } from 'kysely';
import type { Schema } from './schema.ts';

class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Stands for a value of `P` while a query is built. */
type Parameter<P> = <K extends keyof P & string>(name: K) => P[K];

/** A query whose SQL was built once; running it costs no more than the driver does. */
export type Prepared<P, R> = (db: Kysely<Schema>, values: P) => Promise<QueryResult<R>>;

/**
 * Compiles the query that `build` makes of its parameters.
 *
 * @example
 * const byKey = prepare<{ key: string }, SessionRow>((key) =>
 *   db.selectFrom('sessions').selectAll().where('session_key', '=', key('key')));
 * const { rows } = await byKey(db, { key: 'a' });
 */
export function prepare<P, R>(build: (parameter: Parameter<P>) => Compilable<R>): Prepared<P, R> {
  const parameter = (name: string) => new Placeholder(name);
  const compiled = build(parameter as unknown as Parameter<P>).compile();
  return (db, values) => {
    const fill = (slot: unknown) => (slot instanceof Placeholder ? values[slot.name as keyof P] : slot);
    return db.executeQuery({ ...compiled, parameters: compiled.parameters.map(fill) });
  };
}
