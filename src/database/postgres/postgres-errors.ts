import { inItsWords, missingRight } from '../database-errors.ts';
import type { ServerSettings } from '../database-settings.ts';
import type { ErrorExplanation } from '../dialect.ts';
import { hostsText } from '../hosts.ts';
import { explainNetworkError } from '../network-errors.ts';
import { createStatement } from './postgres-encoding.ts';

type Explain = (settings: ServerSettings, message: string, error: Error) => ErrorExplanation;

const unavailable: Explain = (_, message) => ({ kind: 'unavailable', message: inItsWords(message) });
const tooMany: Explain = ({ pool_size }, message) => ({
  kind: 'unavailable',
  message: `${inItsWords(message)} Set database.pool_size (${pool_size}) to what it allows, or raise its limit.`,
});
const conflict: Explain = (_, message) => ({ kind: 'conflict', message: `The database is busy: ${message}` });

/** What to do about a refused sign-in, by the server's message. */
const signInHints: readonly (readonly [RegExp, (settings: ServerSettings) => string])[] = [
  [
    /no encryption|SSL off/,
    () => 'Set database.tls to true, or allow connections without encryption in pg_hba.conf.',
  ],
  [/pg_hba\.conf/, () => 'Allow this user, database and address in pg_hba.conf, and reload it.'],
  [/client certificate/, () => 'Ask for a password instead in pg_hba.conf: clientcert is not supported.'],
  [/not permitted to log in/, ({ user }) => `Run: ALTER ROLE "${user}" LOGIN;`],
  [/./, ({ user }) => `Check database.user (${user}) and database.password.`],
];

const refusedSignIn: Explain = (settings, message) => {
  const [, hint] = signInHints.find(([words]) => words.test(message)) ?? [];
  return { kind: 'refused', message: `${inItsWords(message)} ${hint?.(settings)}` };
};

const otherSignIn: Explain = (_, message) => ({
  kind: 'refused',
  message: `The sign-in at the database fails: ${message}. Ask for scram-sha-256 or md5 in pg_hba.conf, and check database.password.`,
});

const TOO_MANY_CONNECTIONS = '53300';

/** By SQLSTATE, or by its class of two characters (PostgreSQL, appendix A). */
const byState: ReadonlyMap<string, Explain> = new Map(
  Object.entries<Explain>({
    '08': unavailable,
    '25006': unavailable,
    '28': refusedSignIn,
    '3D000': (settings, message) => ({
      kind: 'refused',
      message: `${inItsWords(message)} There is no database ${settings.name}. Create it: ${createStatement(settings)}`,
    }),
    '42501': ({ user }, _, error) => ({ kind: 'refused', message: missingRight(user, error) }),
    '53': unavailable,
    [TOO_MANY_CONNECTIONS]: tooMany,
    '57': unavailable,
    '58': unavailable,
    '40001': conflict,
    '40P01': conflict,
    '55P03': conflict,
    '42P01': (_, message) => ({ kind: 'missing-table', message }),
  }),
);

const noTls: Explain = () => ({
  kind: 'refused',
  message: 'The database server offers no TLS. Set database.tls to false, or configure TLS on the server.',
});

/** Errors of the driver itself, which have no code. */
const byMessage: readonly (readonly [RegExp, Explain])[] = [
  [/^Query read timeout|timeout exceeded when trying to connect|due to connection timeout/i, unavailable],
  [/^Connection terminated|connection error and is not queryable|^Cannot use a pool/i, unavailable],
  [/does not support SSL/i, noTls],
  [/^SASL|authentication type|authenticationOk/, otherSignIn],
];

/** Whether the server grants no more connections. */
export function isShortage(error: unknown): boolean {
  return (error as { code?: unknown }).code === TOO_MANY_CONNECTIONS;
}

/** The meaning of an error of pg. */
export function explainError(error: unknown, settings: ServerSettings): ErrorExplanation | null {
  if (!(error instanceof Error)) return null;
  const code = String((error as { code?: unknown }).code);
  const explain =
    byState.get(code) ??
    byState.get(code.slice(0, 2)) ??
    byMessage.find(([text]) => text.test(error.message))?.[1];
  const server = `The PostgreSQL server ${hostsText(settings)}`;
  return explainNetworkError(error, server) ?? explain?.(settings, error.message, error) ?? null;
}
