import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { type ClientBase, Pool, type PoolClient, type QueryConfig, type QueryResult, types } from 'pg';
import { statementName } from '../compiled-query.ts';
import { ConnectionQueue, connectPatiently } from '../connection-queue.ts';
import type { PoolUse } from '../dialect.ts';
import type { ServerSettings } from '../settings.ts';
import { CONNECT_TIMEOUT, IDLE_TIMEOUT, LOCK_TIMEOUT, STATEMENT_TIMEOUT } from '../timeouts.ts';
import { tlsOptions } from '../tls.ts';
import { isShortage } from './postgres-errors.ts';

/** Whole numbers are far below 2^53 here: bigint columns become numbers, as with the other databases. */
const BIGINT: number = types.builtins.INT8;

/**
 * What the queries rely on. Not in the start-up packet, whose parameters PgBouncer refuses; in one message, so that a pooler
 * gives all of it to one connection. Servers before version 12 print doubles rounded without `extra_float_digits`.
 */
const SESSION = `set statement_timeout = ${STATEMENT_TIMEOUT}; set lock_timeout = ${LOCK_TIMEOUT};
  set idle_in_transaction_session_timeout = ${STATEMENT_TIMEOUT}; set extra_float_digits = 3;
  select pg_backend_pid() as pid`;

/** A bounded pool in the form that kysely expects, in which nothing waits for ever. */
export function openPool(settings: ServerSettings): PostgresPool & { readonly use: () => PoolUse } {
  const tls = tlsOptions(settings);
  const direct = new WeakSet<ClientBase>();
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
      if (await prepareSession(client)) direct.add(client);
    },
    // The host's name, for an address: pg then leaves it out, and the certificate would be compared with "localhost".
    ssl: tls ? { ...tls, host: settings.host } : false,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT ? Number : types.getTypeParser(oid, format as 'text'),
    },
  });
  // The pool drops a broken connection; without listeners its error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const queue = new ConnectionQueue();
  return { ...facade(pool, direct, queue, settings), use: () => useOf(pool, queue, settings) };
}

function useOf(pool: Pool, queue: ConnectionQueue, { pool_size }: ServerSettings): PoolUse {
  const { totalCount, idleCount, waitingCount } = pool;
  return {
    limit: pool_size,
    inUse: totalCount - idleCount,
    idle: idleCount,
    waiting: waitingCount + queue.length,
  };
}

function facade(
  pool: Pool,
  direct: WeakSet<ClientBase>,
  queue: ConnectionQueue,
  { pool_size }: ServerSettings,
): PostgresPool {
  let lent = 0;

  async function connect(): Promise<PostgresPoolClient> {
    const client = await connectPatiently({
      queue,
      connect: () => pool.connect(),
      isShortage,
      held: () => lent,
      poolSize: pool_size,
    });
    lent += 1;
    const query = direct.has(client) ? named : unnamed;
    return droppedAfterTimeout(client, query, () => {
      lent -= 1;
      queue.wakeFirst();
    });
  }

  return { options: pool.options, end: () => pool.end(), connect };
}

/** Answers whether the server itself is behind the connection: a pooler gives another process id than the server's. */
async function prepareSession(client: ClientBase): Promise<boolean> {
  const results = (await client.query(SESSION)) as unknown as QueryResult<{ pid: number }>[];
  return results.at(-1)?.rows[0]?.pid === (client as { processID?: number }).processID;
}

type ToQuery = (text: string, values: unknown[]) => QueryConfig;

/** A pooler may give each statement to another connection, which does not know the name. */
const unnamed: ToQuery = (text, values) => ({ text, values });

/** The server parses and plans a named statement once for each connection. */
function named(text: string, values: unknown[]): QueryConfig {
  const name = statementName(text);
  return name === undefined ? { text, values } : { name, text, values };
}

/** A connection whose statement timed out still waits for its answer: it does not go back to the pool. */
function droppedAfterTimeout(
  client: PoolClient,
  toQuery: ToQuery,
  whenReleased: () => void,
): PostgresPoolClient {
  let hangs = false;
  return {
    async query(text: string, values: unknown[]) {
      try {
        return await client.query(toQuery(text, values));
      } catch (error) {
        hangs ||= (error as Error).message === 'Query read timeout';
        // As mysql2 does: a missing right is told with the statement that needed it.
        throw Object.assign(error as Error, { sql: text });
      }
    },
    release(destroy?: boolean) {
      client.release(destroy || hangs);
      whenReleased();
    },
  } as unknown as PostgresPoolClient;
}
