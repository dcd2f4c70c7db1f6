import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { type ClientBase, Pool, type PoolClient, type QueryConfig, type QueryResult, types } from 'pg';
import { statementName } from '../compiled-query.ts';
import { ConnectionQueue, connectPatiently } from '../connection-queue.ts';
import type { ServerSettings } from '../database-settings.ts';
import type { PoolUse } from '../dialect.ts';
import { type Host, HostFailover, ReadOnlyHost } from '../host-failover.ts';
import { type HostSettings, hostsOf } from '../hosts.ts';
import { CONNECT_TIMEOUT, IDLE_TIMEOUT, LOCK_TIMEOUT, STATEMENT_TIMEOUT } from '../timeouts.ts';
import { tlsOptions } from '../tls.ts';
import { explainError, isShortage } from './postgres-errors.ts';

/** Whole numbers are far below 2^53 here: bigint columns become numbers, as with the other databases. */
const BIGINT: number = types.builtins.INT8;

/**
 * Settings that the queries rely on. Not in the start-up packet, whose parameters PgBouncer refuses; in one message, so
 * that a pooler gives all of it to one connection. Servers before version 12 print doubles rounded without
 * `extra_float_digits`.
 */
const SESSION = `set statement_timeout = ${STATEMENT_TIMEOUT}; set lock_timeout = ${LOCK_TIMEOUT};
  set idle_in_transaction_session_timeout = ${STATEMENT_TIMEOUT}; set extra_float_digits = 3;
  select pg_backend_pid() as pid, current_setting('transaction_read_only') as read_only`;

/** A bounded pool for kysely, with time limits for all waits. */
export function openPool(settings: ServerSettings): PostgresPool & { readonly use: () => PoolUse } {
  const hosts = hostsOf(settings);
  const direct = new WeakSet<ClientBase>();
  const pools = hosts.map((host) => ({ settings: host, pool: poolOf(host, hosts.length > 1, direct) }));
  const queue = new ConnectionQueue();
  return { ...facade(pools, direct, queue, settings), use: () => useOf(pools, queue, settings) };
}

/** @param isOneOfSeveral whether to leave a server that accepts no writes */
function poolOf(settings: HostSettings, isOneOfSeveral: boolean, direct: WeakSet<ClientBase>): Pool {
  const tls = tlsOptions(settings);
  const pool = new Pool({
    host: settings.host,
    port: settings.port,
    database: settings.name,
    user: settings.user,
    password: settings.password,
    application_name: 'tax-server',
    max: settings.pool_size,
    idleTimeoutMillis: IDLE_TIMEOUT,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: STATEMENT_TIMEOUT,
    keepAlive: true,
    onConnect: async (client) => {
      const { isDirect, isReadOnly } = await prepareSession(client);
      if (isReadOnly && isOneOfSeveral) throw new ReadOnlyHost(settings);
      if (isDirect) direct.add(client);
    },
    // The host's name or address: pg omits it for an address, and would then compare the certificate with "localhost".
    ssl: tls ? { ...tls, host: settings.host } : false,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT ? Number : types.getTypeParser(oid, format as 'text'),
    },
  });
  // The pool drops a broken connection; without listeners its error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function useOf(hosts: readonly Host<Pool>[], queue: ConnectionQueue, { pool_size }: ServerSettings): PoolUse {
  const sum = (count: (pool: Pool) => number) => hosts.reduce((all, { pool }) => all + count(pool), 0);
  return {
    limit: pool_size,
    inUse: sum((pool) => pool.totalCount - pool.idleCount),
    idle: sum((pool) => pool.idleCount),
    waiting: sum((pool) => pool.waitingCount) + queue.length,
  };
}

function facade(
  hosts: readonly Host<Pool>[],
  direct: WeakSet<ClientBase>,
  queue: ConnectionQueue,
  { pool_size }: ServerSettings,
): PostgresPool {
  const failover = new HostFailover(hosts, (error, host) =>
    isShortage(error) ? null : explainError(error, host),
  );
  let lent = 0;

  async function connect(): Promise<PostgresPoolClient> {
    const { client, host } = await connectPatiently({
      queue,
      connect: () => failover.connect(async (host) => ({ client: await host.pool.connect(), host })),
      isShortage,
      held: () => lent,
      poolSize: pool_size,
    });
    lent += 1;
    return guarded(client, {
      toQuery: direct.has(client) ? named : unnamed,
      failed: (error) => failover.failed(host, error),
      released: () => {
        lent -= 1;
        queue.wakeFirst();
      },
    });
  }

  const [{ pool }] = hosts as readonly [Host<Pool>];
  return {
    options: pool.options,
    end: async () => void (await Promise.all(hosts.map((host) => host.pool.end()))),
    connect,
  };
}

/** Whether the connection is to the server itself (a pooler gives another process id), and whether it accepts no writes. */
async function prepareSession(client: ClientBase): Promise<{ isDirect: boolean; isReadOnly: boolean }> {
  const results = (await client.query(SESSION)) as unknown as QueryResult<SessionFacts>[];
  const facts = results.at(-1)?.rows[0];
  return {
    isDirect: facts?.pid === (client as { processID?: number }).processID,
    isReadOnly: facts?.read_only === 'on',
  };
}

interface SessionFacts {
  readonly pid: number;
  /** Also `on` at a standby. */
  readonly read_only: 'on' | 'off';
}

type ToQuery = (text: string, values: unknown[]) => QueryConfig;

/** A pooler may give each statement to another connection, where the name is unknown. */
const unnamed: ToQuery = (text, values) => ({ text, values });

/** The server parses and plans a named statement once for each connection. */
function named(text: string, values: unknown[]): QueryConfig {
  const name = statementName(text);
  return name === undefined ? { text, values } : { name, text, values };
}

interface ClientUse {
  readonly toQuery: ToQuery;
  /** Called with the error of a statement. */
  readonly failed: (error: unknown) => void;
  readonly released: () => void;
}

/** A connection whose statement timed out still waits for its answer: it is not returned to the pool. */
function guarded(client: PoolClient, { toQuery, failed, released }: ClientUse): PostgresPoolClient {
  let hangs = false;
  return {
    async query(text: string, values: unknown[]) {
      try {
        return await client.query(toQuery(text, values));
      } catch (error) {
        hangs ||= (error as Error).message === 'Query read timeout';
        failed(error);
        // As with mysql2: a missing right is reported with its statement.
        throw Object.assign(error as Error, { sql: text });
      }
    },
    release(destroy?: boolean) {
      client.release(destroy || hangs);
      released();
    },
  } as unknown as PostgresPoolClient;
}
