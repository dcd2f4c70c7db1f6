import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Schema } from './schema.ts';

class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A placeholder for a value of `P` while a query is built. */
type Parameter<P> = <K extends keyof P & string>(name: K) => P[K];

/** Builds a query with {@link Parameter}s in place of values. */
type Build<P, R> = (parameter: Parameter<P>) => Pick<Compilable<R>, 'compile'>;

/** A name for each query that is compiled once. */
const statementNames = new Map<string, string>();

/** The name under which a database may prepare the statement; undefined for SQL that is not worth it. */
export function statementName(sql: string): string | undefined {
  return statementNames.get(sql);
}

/** Compiles the query of `build` once, at its first use; the function returns it with values filled in. */
export function precompile<P, R>(build: Build<P, R>): (values: P) => CompiledQuery<R> {
  let compiled: CompiledQuery<R> | undefined;
  return (values) => {
    compiled ??= compile(build);
    const fill = (slot: unknown) => (slot instanceof Placeholder ? values[slot.name as keyof P] : slot);
    return { ...compiled, parameters: compiled.parameters.map(fill) };
  };
}

function compile<P, R>(build: Build<P, R>): CompiledQuery<R> {
  const parameter = (name: string) => new Placeholder(name);
  const compiled = build(parameter as unknown as Parameter<P>).compile();
  if (!statementNames.has(compiled.sql)) {
    statementNames.set(compiled.sql, `tax_server_${statementNames.size + 1}`);
  }
  return compiled;
}

/** A query whose SQL was built once; running it costs only the driver's work. */
export type Prepared<P, R> = (db: Kysely<Schema>, values: P) => Promise<QueryResult<R>>;

/**
 * The query that `build` makes of its parameters, compiled when it first runs.
 *
 * @example
 * const byKey = prepare<{ key: string }, SessionRow>((key) =>
 *   db.selectFrom('sessions').selectAll().where('session_key', '=', key('key')));
 * const { rows } = await byKey(db, { key: 'a' });
 */
export function prepare<P, R>(build: Build<P, R>): Prepared<P, R> {
  const query = precompile(build);
  return (db, values) => db.executeQuery(query(values));
}
