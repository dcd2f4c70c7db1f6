import { Kysely, MysqlDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlCounts } from '../../../src/database/counts/sql-counts.ts';
import { addingCounts } from '../../../src/database/mysql/mysql-add-counts.ts';
import { openPool } from '../../../src/database/mysql/mysql-connections.ts';
import type { Schema } from '../../../src/database/schema.ts';
import { openRedisSessions } from '../../../src/database/sessions/redis-sessions.ts';
import { memoryLog, watchedDatabase } from '../../database/support/databases.ts';
import { lifetime } from '../../database/support/session-store-suite.ts';
import { api_tokens, bearer } from '../api/api-callers.ts';
import { ContractClient } from '../support/contract-client.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { http } from '../support/http-client.ts';
import { startMariadb } from '../support/mariadb.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { type CountsUnderTest, describeSharedCounts } from './shared-counts-suite.ts';

/** A clock that stands still until it is told. */
function testClock() {
  let now = Date.now();
  return {
    clock: () => now,
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

/** Each server is started once for all that follows. */
const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops) await stop();
});

function onlyOnce<Server extends { stop(): Promise<void> }>(start: () => Promise<Server>) {
  let started: Promise<Server> | undefined;
  return () => {
    started ??= start().then((server) => {
      stops.push(() => server.stop());
      return server;
    });
    return started;
  };
}

const mariadb = onlyOnce(() => startMariadb());
const postgres = onlyOnce(() => startPostgres());
const redis = onlyOnce(() => startRedis());

async function inDatabase(start: () => Promise<DatabaseServer>): Promise<CountsUnderTest> {
  const { clock, advance } = testClock();
  const database = watchedDatabase(await (await start()).createDatabase(), clock);
  await database.start();
  if (!database.counts) throw new Error('not shared');
  return { counts: database.counts, advance, close: () => database.close() };
}

async function withoutReturnedRows(): Promise<CountsUnderTest> {
  const { clock, advance } = testClock();
  const settings = await (await mariadb()).createDatabase();
  const database = watchedDatabase(settings, clock);
  await database.start();
  const db = new Kysely<Schema>({ dialect: new MysqlDialect({ pool: openPool(settings) }) });
  const add = addingCounts(false);
  return {
    counts: sqlCounts((operation) => operation(db, add), clock),
    advance,
    close: async () => {
      await db.destroy();
      await database.close();
    },
  };
}

async function inRedis(): Promise<CountsUnderTest> {
  const sessions = openRedisSessions((await redis()).settings, {
    lifetime,
    clock: Date.now,
    log: memoryLog(),
    prefix: () => 'test:',
    startupTimeout: 5,
    onStateChange: () => {},
  });
  await sessions.start();
  return { counts: sessions.counts, advance: null, close: async () => sessions.close() };
}

describeSharedCounts('MariaDB', () => inDatabase(mariadb));
describeSharedCounts('a MySQL that returns no rows', withoutReturnedRows);
describeSharedCounts('PostgreSQL', () => inDatabase(postgres));
describeSharedCounts('Redis', inRedis);

/** What the instances are configured with. */
const stores = [
  { name: 'MariaDB', configure: async () => ({ database: await (await mariadb()).createDatabase() }) },
  { name: 'PostgreSQL', configure: async () => ({ database: await (await postgres()).createDatabase() }) },
  {
    name: 'Redis',
    configure: async () => {
      const { host, port, password, database } = (await redis()).settings;
      return {
        database: await (await postgres()).createDatabase(),
        session: { store: 'redis' },
        redis: { host, port, password, database },
      };
    },
  },
];

const INSTANCES = 3;
const API_LIMIT = 200;

describe.each(stores)('three instances that count in $name', ({ name, configure }) => {
  const instances: RunningServer[] = [];

  beforeAll(async () => {
    const config = { ...(await configure()), users: [ADMIN], api_tokens, api_rate_limit: API_LIMIT };
    for (let started = 0; started < INSTANCES; started++) instances.push(await startServer({ config }));
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
  });

  const originOf = (index: number) => instances[index % INSTANCES]?.origin;

  /** Tries at the same moment on all instances in turn; the statuses. */
  async function signIn(times: number, password: string): Promise<number[]> {
    const clients = Array.from(
      { length: times },
      (_, index) => new ContractClient(`${originOf(index)}/do`, { tokens: false }),
    );
    await Promise.all(clients.map((client) => client.start('json')));
    const replies = await Promise.all(clients.map((client) => client.login('admin', password)));
    return replies.map(({ status }) => status);
  }

  const countOf = (statuses: readonly number[], wanted: number) =>
    statuses.filter((status) => status === wanted).length;

  it('let all right passwords in, and no more guesses than one instance', async () => {
    const right = await signIn(200, 'admin');
    const guesses = await signIn(90, 'wrong');
    const [told, paused] = [countOf(guesses, 401), countOf(guesses, 429)];
    console.log(
      `${name}: right passwords asked 200, answered ${countOf(right, 200)}; ` +
        `guesses asked 90, answered ${told}, refused ${paused}`,
    );
    expect(countOf(right, 200)).toBe(200);
    expect([told, paused]).toEqual([8, 82]);
    expect(await signIn(INSTANCES, 'admin')).toEqual([429, 429, 429]);
  });

  it('serve a program as many requests as one instance', async () => {
    const asked = 3 * API_LIMIT;
    const replies = await Promise.all(
      Array.from({ length: asked }, (_, index) =>
        http(`${originOf(index)}/do/api/v1/tax-years`, { headers: bearer }),
      ),
    );
    const statuses = replies.map(({ status }) => status);
    const [served, refused] = [countOf(statuses, 200), countOf(statuses, 429)];
    console.log(`${name}: requests asked ${asked}, answered ${served}, refused ${refused}`);
    expect(served + refused).toBe(asked);
    expect(served).toBe(API_LIMIT);
  });
});
