import type { MysqlPool, MysqlPoolConnection } from 'kysely';
import { createPool, type Pool, type PoolConnection } from 'mysql2';
import { ConnectionQueue, connectPatiently } from '../connection-queue.ts';
import type { PoolUse } from '../dialect.ts';
import type { ServerSettings } from '../settings.ts';
import { CONNECT_TIMEOUT, IDLE_TIMEOUT, LOCK_TIMEOUT, STATEMENT_TIMEOUT } from '../timeouts.ts';
import { tlsOptions } from '../tls.ts';
import { isShortage } from './mysql-errors.ts';
import { PacketLimits } from './mysql-packets.ts';

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
  const packets = new PacketLimits();
  pool.on('connection', (connection) => {
    prepareSession(connection);
    packets.ask(connection);
  });
  const users = new PoolUsers();
  return {
    ...facade(pool, users, packets, settings),
    use: () => ({ limit: settings.pool_size, ...users.count() }),
  };
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

function facade(
  pool: Pool,
  users: PoolUsers,
  packets: PacketLimits,
  { pool_size }: ServerSettings,
): MysqlPool {
  const queue = new ConnectionQueue();
  const known = new WeakMap<PoolConnection, MysqlPoolConnection>();
  const wrapped = (connection: PoolConnection): MysqlPoolConnection => {
    const limited = known.get(connection) ?? withLimits(connection, packets, () => release(connection));
    known.set(connection, limited);
    return limited;
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

/** Gives each statement a time limit, drops the connection on which one has passed it, and sends none that is too long. */
function withLimits(
  connection: PoolConnection,
  packets: PacketLimits,
  release: () => void,
): MysqlPoolConnection {
  return {
    config: connection.config,
    get threadId() {
      return connection.threadId ?? 0;
    },
    connect: () => {},
    destroy: () => connection.destroy(),
    release,
    query(sql: string, values: unknown[], callback: QueryCallback) {
      const tooLong = packets.check(connection, sql, values);
      if (tooLong) return callback(tooLong, undefined);
      connection.query({ sql, values, timeout: STATEMENT_TIMEOUT }, (error, result) => {
        // At once, so that the pool does not lend it again before it notices itself.
        if (error?.fatal || error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy();
        callback(error, result);
      });
    },
  } as MysqlPoolConnection;
}
