import { missingRight } from '../database-errors.ts';
import type { Explanation } from '../dialect.ts';
import { explainNetworkError } from '../network-errors.ts';
import type { ServerSettings } from '../settings.ts';

type Say = (settings: ServerSettings, message: string, error: Error) => Explanation;

const unavailable: Say = (_, message) => ({ kind: 'unavailable', message: `The database says: ${message}` });
const conflict: Say = (_, message) => ({ kind: 'conflict', message: `The database is busy: ${message}` });
const forbidden: Say = ({ user }, _, error) => ({ kind: 'refused', message: missingRight(user, error) });

/** Errors of the server by name (MySQL and MariaDB error reference). */
const byCode: ReadonlyMap<string, Say> = new Map(
  Object.entries<Say>({
    ER_CON_COUNT_ERROR: unavailable,
    ER_OUT_OF_RESOURCES: unavailable,
    ER_SERVER_SHUTDOWN: unavailable,
    ER_CONNECTION_KILLED: unavailable,
    ER_QUERY_INTERRUPTED: unavailable,
    ER_STATEMENT_TIMEOUT: unavailable,
    ER_DISK_FULL: unavailable,
    ER_RECORD_FILE_FULL: unavailable,
    ER_OPTION_PREVENTS_STATEMENT: unavailable,
    ER_TOO_MANY_USER_CONNECTIONS: unavailable,
    PROTOCOL_CONNECTION_LOST: unavailable,
    PROTOCOL_SEQUENCE_TIMEOUT: () => ({ kind: 'unavailable', message: 'The database does not answer.' }),
    POOL_TIMEOUT: unavailable,
    ER_LOCK_DEADLOCK: conflict,
    ER_LOCK_WAIT_TIMEOUT: conflict,
    ER_ACCESS_DENIED_ERROR: ({ user }) => ({
      kind: 'refused',
      message: `The database refuses the user ${user}. Check database.user and database.password.`,
    }),
    ER_HOST_NOT_PRIVILEGED: (_, message) => ({ kind: 'refused', message: `The database says: ${message}` }),
    ER_BAD_DB_ERROR: ({ name, user }) => ({
      kind: 'refused',
      message: `There is no database ${name}. Create it: CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4; GRANT ALL ON \`${name}\`.* TO '${user}';`,
    }),
    ER_DBACCESS_DENIED_ERROR: ({ name, user }) => ({
      kind: 'refused',
      message: `The user ${user} may not use the database ${name}. Run: GRANT ALL ON \`${name}\`.* TO '${user}';`,
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

/** What an error of mysql2 means. */
export function explainError(error: unknown, settings: ServerSettings): Explanation | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as { code?: unknown };
  const server = `The MySQL server ${settings.host}:${settings.port}`;
  return byCode.get(String(code))?.(settings, error.message, error) ?? explainNetworkError(error, server);
}
