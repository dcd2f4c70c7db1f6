import { missingRight } from '../database-errors.ts';
import type { Explanation } from '../dialect.ts';
import { explainNetworkError } from '../network-errors.ts';
import type { ServerSettings } from '../settings.ts';

type Say = (settings: ServerSettings, message: string, error: Error) => Explanation;

const unavailable: Say = (_, message) => ({ kind: 'unavailable', message: `The database says: ${message}` });
const conflict: Say = (_, message) => ({ kind: 'conflict', message: `The database is busy: ${message}` });
const wrongUser: Say = ({ user }) => ({
  kind: 'refused',
  message: `The database refuses the user ${user}. Check database.user and database.password.`,
});

/** By SQLSTATE, or by its class of two characters (PostgreSQL, appendix A). */
const byState: ReadonlyMap<string, Say> = new Map(
  Object.entries<Say>({
    '08': unavailable,
    '25006': unavailable,
    '28': wrongUser,
    '3D000': ({ name, user }) => ({
      kind: 'refused',
      message: `There is no database ${name}. Create it: CREATE DATABASE "${name}" OWNER "${user}" ENCODING 'UTF8';`,
    }),
    '42501': ({ user }, _, error) => ({ kind: 'refused', message: missingRight(user, error) }),
    '53': unavailable,
    '57': unavailable,
    '58': unavailable,
    '40001': conflict,
    '40P01': conflict,
    '55P03': conflict,
    '42P01': (_, message) => ({ kind: 'missing-table', message }),
  }),
);

const noTls: Say = () => ({
  kind: 'refused',
  message: 'The database server offers no TLS. Set database.tls to false, or configure TLS on the server.',
});

/** Errors of the driver itself, which carry no code. */
const byMessage: readonly (readonly [RegExp, Say])[] = [
  [/^Query read timeout|timeout exceeded when trying to connect|due to connection timeout/i, unavailable],
  [/^Connection terminated|connection error and is not queryable|^Cannot use a pool/i, unavailable],
  [/does not support SSL/i, noTls],
];

/** What an error of pg means. */
export function explainError(error: unknown, settings: ServerSettings): Explanation | null {
  if (!(error instanceof Error)) return null;
  const code = String((error as { code?: unknown }).code);
  const say =
    byState.get(code) ??
    byState.get(code.slice(0, 2)) ??
    byMessage.find(([text]) => text.test(error.message))?.[1];
  const server = `The PostgreSQL server ${settings.host}:${settings.port}`;
  return explainNetworkError(error, server) ?? say?.(settings, error.message, error) ?? null;
}
