import { inItsWords, missingRight } from '../database-errors.ts';
import type { ServerSettings } from '../database-settings.ts';
import type { ErrorExplanation } from '../dialect.ts';
import { hostsText } from '../hosts.ts';
import { explainNetworkError } from '../network-errors.ts';

type Explain = (settings: ServerSettings, message: string, error: Error) => ErrorExplanation;

const unavailable: Explain = (_, message) => ({ kind: 'unavailable', message: inItsWords(message) });
const refused =
  (hint: string): Explain =>
  (_, message) => ({ kind: 'refused', message: `${inItsWords(message)} ${hint}` });
const otherSignIn: Explain = ({ user }, message) => ({
  kind: 'refused',
  message: `${inItsWords(message)} Give the user ${user} a password that this program can sign in with: mysql_native_password or caching_sha2_password.`,
});
const tooMany: Explain = ({ pool_size }, message) => ({
  kind: 'unavailable',
  message: `${inItsWords(message)} Set database.pool_size (${pool_size}) to what it allows, or raise its limit.`,
});
const conflict: Explain = (_, message) => ({ kind: 'conflict', message: `The database is busy: ${message}` });
const forbidden: Explain = ({ user }, _, error) => ({ kind: 'refused', message: missingRight(user, error) });

/** Errors of the server by name (MySQL and MariaDB error reference). */
const byCode: ReadonlyMap<string, Explain> = new Map(
  Object.entries<Explain>({
    ER_CON_COUNT_ERROR: tooMany,
    ER_OUT_OF_RESOURCES: unavailable,
    ER_SERVER_SHUTDOWN: unavailable,
    ER_CONNECTION_KILLED: unavailable,
    ER_QUERY_INTERRUPTED: unavailable,
    ER_STATEMENT_TIMEOUT: unavailable,
    ER_DISK_FULL: unavailable,
    ER_RECORD_FILE_FULL: unavailable,
    ER_OPTION_PREVENTS_STATEMENT: unavailable,
    ER_TOO_MANY_USER_CONNECTIONS: tooMany,
    ER_USER_LIMIT_REACHED: tooMany,
    PROTOCOL_CONNECTION_LOST: unavailable,
    PROTOCOL_SEQUENCE_TIMEOUT: () => ({ kind: 'unavailable', message: 'The database does not answer.' }),
    POOL_TIMEOUT: unavailable,
    ER_NET_PACKET_TOO_LARGE: (_, message) => ({
      kind: 'unavailable',
      message: `A statement was too long for the database: ${message}. Raise max_allowed_packet on the server, to 16M at least.`,
    }),
    ER_LOCK_DEADLOCK: conflict,
    ER_LOCK_WAIT_TIMEOUT: conflict,
    ER_ACCESS_DENIED_ERROR: ({ user, name, tls }, message) => ({
      kind: 'refused',
      message: `${inItsWords(message)} Check database.user and database.password. If they are right, the user ${user} is not meant for the host that is named there (CREATE USER '${user}'@'…' and GRANT ALL ON \`${name}\`.* for it)${tls ? '' : ', or has to use TLS (database.tls)'}.`,
    }),
    ER_ACCESS_DENIED_NO_PASSWORD_ERROR: otherSignIn,
    ER_NOT_SUPPORTED_AUTH_MODE: otherSignIn,
    ER_PLUGIN_IS_NOT_LOADED: otherSignIn,
    ER_HOST_NOT_PRIVILEGED: refused('Allow a user of database.user for this host on the server.'),
    ER_HOST_IS_BLOCKED: refused('Run FLUSH HOSTS on the server.'),
    ER_SECURE_TRANSPORT_REQUIRED: refused('Set database.tls to true or to the authority of the server.'),
    ER_MUST_CHANGE_PASSWORD: refused('Give the user a new password on the server.'),
    ER_MUST_CHANGE_PASSWORD_LOGIN: refused('Give the user a new password on the server.'),
    ER_ACCOUNT_HAS_BEEN_LOCKED: refused('Unlock it on the server: ALTER USER … ACCOUNT UNLOCK.'),
    ER_BAD_DB_ERROR: ({ name, user }, message) => ({
      kind: 'refused',
      message: `${inItsWords(message)} There is no database ${name}. Create it: CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4; GRANT ALL ON \`${name}\`.* TO '${user}';`,
    }),
    ER_DBACCESS_DENIED_ERROR: ({ name, user }, message) => ({
      kind: 'refused',
      message: `${inItsWords(message)} The user ${user} may not use the database ${name}. Run: GRANT ALL ON \`${name}\`.* TO '${user}';`,
    }),
    ER_TABLEACCESS_DENIED_ERROR: forbidden,
    ER_COLUMNACCESS_DENIED_ERROR: forbidden,
    ER_SPECIFIC_ACCESS_DENIED_ERROR: forbidden,
    HANDSHAKE_NO_SSL_SUPPORT: () => ({
      kind: 'refused',
      message:
        'The database server offers no TLS. Set database.tls to false, or configure TLS on the server.',
    }),
    ER_NO_SUCH_TABLE: (_, message) => ({ kind: 'missing-table', message }),
    ER_NO_REFERENCED_ROW_2: (_, message) => ({ kind: 'missing-parent', message }),
  }),
);

/** Errors of the driver itself, which have no code. */
const byMessage: readonly (readonly [RegExp, Explain])[] = [
  [/closed state/, unavailable],
  [/unknown plugin/, otherSignIn],
];

/** Whether the server grants no more connections. */
export function isShortage(error: unknown): boolean {
  return byCode.get(String((error as { code?: unknown }).code)) === tooMany;
}

/** The meaning of an error of mysql2. */
export function explainError(error: unknown, settings: ServerSettings): ErrorExplanation | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as { code?: unknown };
  const server = `The MySQL server ${hostsText(settings)}`;
  const explain =
    byCode.get(String(code)) ??
    byMessage.find(([text]) => code === undefined && text.test(error.message))?.[1];
  return explain?.(settings, error.message, error) ?? explainNetworkError(error, server);
}
