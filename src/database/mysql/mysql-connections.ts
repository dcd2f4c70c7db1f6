import type { MysqlPool, MysqlPoolConnection } from 'kysely';
import { createPool, type Pool, type PoolConnection } from 'mysql2';
import { ConnectionQueue, connectPatiently } from '../connection-queue.ts';
import type { PoolUse } from '../dialect.ts';
import type { ServerSettings } from '../settings.ts';
import { CONNECT_TIMEOUT, IDLE_TIMEOUT, LOCK_TIMEOUT, STATEMENT_TIMEOUT } from '../timeouts.ts';
import { tlsOptions } from '../tls.ts';
import { isShortage } from './mysql-errors.ts';

/** What the queries rely on, whatever the server's own defaults are. */
const SESSION = [
  'set session transaction isolation level read committed',
  `set session innodb_lock_wait_timeout = ${LOCK_TIMEOUT / 1000}, sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'`,
];

/** A bounded pool in the form that kysely expects, in which nothing waits for ever. */
export function openPool(settings: ServerSettings): MysqlPool & { readonly use: () => PoolUse } {
  const tls = tlsOptions(settings);
  const pool = createPool({
    host: settings.host,
    port: settings.port,
    database: settings.name,
    user: settings.user,
    password: settings.password,
    charset: 'utf8mb4',
    connectionLimit: settings.pool_size,
    maxIdle: settings.pool_size,
    idleTimeout: IDLE_TIMEOUT,
    connectTimeout: CONNECT_TIMEOUT,
    enableKeepAlive: true,
    ...(tls && { ssl: { ...tls, verifyIdentity: true } }),
  });
  pool.on('connection', prepareSession);
  const users = new PoolUsers();
  return { ...facade(pool, users, settings), use: () => ({ limit: settings.pool_size, ...users.count() }) };
}

/** Who has a connection and who waits for one: mysql2 does not tell. */
class PoolUsers {
  readonly #using = new Set<PoolConnection>();
  #waiting = 0;

  waits(): void {
    this.#waiting += 1;
  }

  waitsNoMore(): void {
    this.#waiting -= 1;
  }

  takes(connection: PoolConnection): void {
    this.#using.add(connection);
  }

  givesBack(connection: PoolConnection): void {
    this.#using.delete(connection);
  }

  count(): Pick<PoolUse, 'inUse' | 'idle' | 'waiting'> {
    return { inUse: this.#using.size, idle: null, waiting: this.#waiting };
  }
}

function prepareSession(connection: PoolConnection): void {
  // The pool drops a broken connection; without a listener its error would end the process.
  connection.on('error', () => {});
  for (const statement of SESSION) connection.query(statement, () => {});
}

function facade(pool: Pool, users: PoolUsers, { pool_size }: ServerSettings): MysqlPool {
  const queue = new ConnectionQueue();
  const known = new WeakMap<PoolConnection, MysqlPoolConnection>();
  const wrapped = (connection: PoolConnection): MysqlPoolConnection => {
    const timed = known.get(connection) ?? withTimeout(connection, () => release(connection));
    known.set(connection, timed);
    return timed;
  };
  function release(connection: PoolConnection): void {
    users.givesBack(connection);
    connection.release();
    queue.wakeFirst();
  }

  async function connect(): Promise<PoolConnection> {
    users.waits();
    try {
      const connection = await connectPatiently({
        queue,
        connect: () => acquire(pool),
        isShortage,
        held: () => users.count().inUse,
        poolSize: pool_size,
      });
      users.takes(connection);
      return connection;
    } finally {
      users.waitsNoMore();
    }
  }

  return {
    end: (callback) => pool.end(callback),
    getConnection(callback) {
      const done = callback as Acquired;
      connect().then(
        (connection) => done(null, wrapped(connection)),
        (error) => done(error),
      );
    },
  };
}

type Acquired = (error: unknown, connection?: MysqlPoolConnection) => void;

/** mysql2 waits for a free connection without limit: here the wait ends, and a late connection goes back. */
function acquire(pool: Pool): Promise<PoolConnection> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(Object.assign(new Error('no connection is free'), { code: 'POOL_TIMEOUT' }));
    }, CONNECT_TIMEOUT);
    pool.getConnection((error, connection) => {
      clearTimeout(timer);
      if (late) return error ? undefined : connection.release();
      if (error) reject(error);
      else resolve(connection);
    });
  });
}

type QueryCallback = (error: unknown, result: unknown) => void;

/** The smallest `max_allowed_packet` that is usual, in bytes. */
const SMALL_PACKET = 1_048_576;

/** The server cuts the connection at a statement that is too long, often before its reason can be read. */
function withLength(error: Error, sql: string, values: readonly unknown[]): Error {
  const texts = values.filter((value) => typeof value === 'string');
  const bytes = [sql, ...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes < SMALL_PACKET) return error;
  const text = `the connection broke at a statement of ${bytes} bytes`;
  return Object.assign(new Error(text, { cause: error }), { code: 'ER_NET_PACKET_TOO_LARGE' });
}

/** Gives each statement a time limit, and drops the connection on which one has passed it. */
function withTimeout(connection: PoolConnection, release: () => void): MysqlPoolConnection {
  return {
    config: connection.config,
    get threadId() {
      return connection.threadId ?? 0;
    },
    connect: () => {},
    destroy: () => connection.destroy(),
    release,
    query(sql: string, values: unknown[], callback: QueryCallback) {
      connection.query({ sql, values, timeout: STATEMENT_TIMEOUT }, (error, result) => {
        // At once, so that the pool does not lend it again before it notices itself.
        if (error?.fatal || error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy();
        callback(error?.fatal ? withLength(error, sql, values) : error, result);
      });
    },
  } as MysqlPoolConnection;
}
