import { promisify } from 'node:util';
import type { MysqlPool, MysqlPoolConnection } from 'kysely';
import { createPool, type Pool, type PoolConnection } from 'mysql2';
import { ConnectionQueue, connectPatiently } from '../connection-queue.ts';
import type { ServerSettings } from '../database-settings.ts';
import type { PoolUse } from '../dialect.ts';
import { type Host, HostFailover, ReadOnlyHost } from '../host-failover.ts';
import { type HostSettings, hostsOf } from '../hosts.ts';
import { CONNECT_TIMEOUT, IDLE_TIMEOUT, LOCK_TIMEOUT, STATEMENT_TIMEOUT } from '../timeouts.ts';
import { tlsOptions } from '../tls.ts';
import { explainError, isShortage } from './mysql-errors.ts';
import { PacketLimits } from './mysql-packets.ts';

/** Settings that the queries rely on, whatever the server's defaults are. */
const SESSION = [
  'set session transaction isolation level read committed',
  `set session innodb_lock_wait_timeout = ${LOCK_TIMEOUT / 1000}, sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'`,
];

/** A bounded pool for kysely, with time limits for all waits. */
export function openPool(settings: ServerSettings): MysqlPool & { readonly use: () => PoolUse } {
  const packets = new PacketLimits();
  const hosts = hostsOf(settings).map((host) => ({ settings: host, pool: poolOf(host, packets) }));
  const users = new PoolUsers();
  return {
    ...facade(hosts, users, packets, settings),
    use: () => ({ limit: settings.pool_size, ...users.count() }),
  };
}

function poolOf(settings: HostSettings, packets: PacketLimits): Pool {
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
  pool.on('connection', (connection) => {
    prepareSession(connection);
    packets.ask(connection);
  });
  return pool;
}

/** Counts the used connections and the waiting callers: mysql2 does not tell. */
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
  hosts: readonly Host<Pool>[],
  users: PoolUsers,
  packets: PacketLimits,
  { pool_size }: ServerSettings,
): MysqlPool {
  const queue = new ConnectionQueue();
  const failover = new HostFailover(hosts, (error, host) =>
    isShortage(error) ? null : explainError(error, host),
  );
  const known = new WeakMap<PoolConnection, MysqlPoolConnection>();
  const open = hosts.length === 1 ? ({ pool }: Host<Pool>) => acquire(pool) : acquireWritable;

  function wrapped(connection: PoolConnection, host: Host<Pool>): MysqlPoolConnection {
    const limited =
      known.get(connection) ??
      withLimits(connection, packets, {
        release: () => release(connection),
        failed: (error) => failover.failed(host, error),
      });
    known.set(connection, limited);
    return limited;
  }

  function release(connection: PoolConnection): void {
    users.givesBack(connection);
    connection.release();
    queue.wakeFirst();
  }

  async function connect(): Promise<MysqlPoolConnection> {
    users.waits();
    try {
      const { connection, host } = await connectPatiently({
        queue,
        connect: () => failover.connect(async (host) => ({ connection: await open(host), host })),
        isShortage,
        held: () => users.count().inUse,
        poolSize: pool_size,
      });
      users.takes(connection);
      return wrapped(connection, host);
    } finally {
      users.waitsNoMore();
    }
  }

  return {
    end(callback) {
      const ended = hosts.map(({ pool }) => promisify(pool.end.bind(pool))());
      Promise.all(ended).then(() => callback(null), callback);
    },
    getConnection(callback) {
      const done = callback as Acquired;
      connect().then(
        (connection) => done(null, connection),
        (error) => done(error),
      );
    },
  };
}

type Acquired = (error: unknown, connection?: MysqlPoolConnection) => void;

/** mysql2 waits for a free connection without limit: here the wait ends, and a late connection is returned. */
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

const writable = new WeakSet<PoolConnection>();

/**
 * A connection to a server that accepts writes.
 *
 * @throws ReadOnlyHost
 */
async function acquireWritable({ settings, pool }: Host<Pool>): Promise<PoolConnection> {
  const connection = await acquire(pool);
  if (writable.has(connection)) return connection;
  if (await isReadOnly(connection)) {
    connection.destroy();
    throw new ReadOnlyHost(settings);
  }
  writable.add(connection);
  return connection;
}

/** Regardless of our user's rights: even a user who may write to a standby must not. */
function isReadOnly(connection: PoolConnection): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const query = { sql: 'select @@global.read_only as value', timeout: STATEMENT_TIMEOUT };
    connection.query(query, (error, rows) => {
      if (!error) return resolve(!WRITABLE.has(String((rows as { value: unknown }[])[0]?.value)));
      connection.destroy();
      reject(error);
    });
  });
}

/** A number, but a word from MariaDB 12 on. */
const WRITABLE: ReadonlySet<string> = new Set(['0', 'OFF']);

interface ConnectionUse {
  readonly release: () => void;
  /** Called with the error of a statement. */
  readonly failed: (error: unknown) => void;
}

type QueryCallback = (error: unknown, result: unknown) => void;

/** Gives each statement a time limit, drops the connection of one that exceeds it, and refuses statements that are too long. */
function withLimits(
  connection: PoolConnection,
  packets: PacketLimits,
  { release, failed }: ConnectionUse,
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
        // At once, so that the pool does not lend it again before it notices.
        if (error?.fatal || error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy();
        if (error) failed(error);
        callback(error, result);
      });
    },
  } as MysqlPoolConnection;
}
