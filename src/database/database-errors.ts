import type { Unavailable } from '../model/unavailable.ts';

/** An error of the database whose message says what to do. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** The database is down for a while: the answer is 503 with Retry-After. */
export class DatabaseUnavailable extends DatabaseError implements Unavailable {
  override name = 'DatabaseUnavailable';
  readonly retryAfterSeconds = 5;
}

/** The database answered and refused: wrong password, no such database, missing rights, a foreign file. */
export class DatabaseRefused extends DatabaseError {
  override name = 'DatabaseRefused';
}

/** A later version of the program has already changed the tables. */
export class NewerSchema extends DatabaseError {
  override name = 'NewerSchema';
}

/** The file is damaged, or not a database. */
export class CorruptDatabase extends DatabaseError {
  override name = 'CorruptDatabase';
}

/** The kinds of a driver's error. */
export type ErrorKind =
  | 'unavailable'
  /** Lost against a parallel transaction or a lock: worth another try. */
  | 'conflict'
  | 'refused'
  | 'corrupt'
  | 'missing-table'
  /** A row refers to a session that was deleted. */
  | 'missing-parent';

const classOfKind = {
  unavailable: DatabaseUnavailable,
  conflict: DatabaseUnavailable,
  refused: DatabaseRefused,
  corrupt: CorruptDatabase,
  'missing-table': DatabaseRefused,
  'missing-parent': DatabaseError,
} as const satisfies Record<ErrorKind, typeof DatabaseError>;

/** The typed error for a driver's error. */
export function typedError(kind: ErrorKind, message: string, cause: unknown): DatabaseError {
  return new classOfKind[kind](message, { cause });
}

/** The server's own message, to begin ours. */
export function inItsWords(words: string): string {
  return `The database says: ${words.trim().replace(/\.$/, '')}.`;
}

/** The message for a missing right, with the statement in `error.sql`. */
export function missingRight(user: string, error: Error & { sql?: unknown }): string {
  const statement = typeof error.sql === 'string' ? error.sql.replace(/\s+/g, ' ').trim() : null;
  const needed = statement === null ? '' : ` It was needed for:\n  ${statement};\n`;
  return `The database user ${user} lacks a right: ${error.message}.${needed} Grant the right, or let an administrator run the statement, and start again.`;
}
