import type { Unavailable } from '../model/sessions.ts';

/** An error of the database whose message says what to do about it. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** The database is away for a while: the answer is 503 with Retry-After. */
export class DatabaseUnavailable extends DatabaseError implements Unavailable {
  override name = 'DatabaseUnavailable';
  readonly retryAfterSeconds = 5;
}

/** The database answered and does not want us: wrong password, no such database, missing rights, a foreign file. */
export class DatabaseRefused extends DatabaseError {
  override name = 'DatabaseRefused';
}

/** A later version of the program has already changed the tables. */
export class NewerSchema extends DatabaseError {
  override name = 'NewerSchema';
}

/** The file is damaged, or is no database at all. */
export class CorruptDatabase extends DatabaseError {
  override name = 'CorruptDatabase';
}

/** What a driver's error means for us. */
export type ErrorKind =
  | 'unavailable'
  /** Lost against a parallel transaction or a lock: worth another try. */
  | 'conflict'
  | 'refused'
  | 'corrupt'
  | 'missing-table'
  /** A row refers to a session that is gone. */
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

/** The server's own words as the beginning of a message, before what can be done about them. */
export function inItsWords(words: string): string {
  return `The database says: ${words.trim().replace(/\.$/, '')}.`;
}

/** The message for a missing right: it names the statement, which `error.sql` holds. */
export function missingRight(user: string, error: Error & { sql?: unknown }): string {
  const statement = typeof error.sql === 'string' ? error.sql.replace(/\s+/g, ' ').trim() : null;
  const needed = statement === null ? '' : ` It was needed for:\n  ${statement};\n`;
  return `The database user ${user} lacks a right: ${error.message}.${needed} Grant the right, or let an administrator run the statement, and start again.`;
}
