import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseRefused, DatabaseUnavailable } from '../../../src/database/database-errors.ts';
import type { HostSettings } from '../../../src/database/hosts.ts';
import { type WatchedDatabase, watchedDatabase } from '../../database/support/databases.ts';
import { listSimulations, simulation } from '../../database/support/simulations.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { databaseServers } from '../support/database-servers.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const session = { type: 'json', user: 'admin', csrfSecret: 'secret', page: null } as const;
/** Milliseconds that a request may take whatever the database does: it makes three calls at most. */
const REQUEST_LIMIT = 10_000;
/** Milliseconds after the database's return until it is used again. */
const RETURN_LIMIT = 5_000;

describe.each(databaseServers)('outages: $name', ({ start }) => {
  let server: DatabaseServer;
  let settings: HostSettings;
  let proxy: TcpProxy;
  let database: WatchedDatabase;
  let key: string;

  beforeAll(async () => {
    server = await start();
    settings = await server.createDatabase();
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    proxy = await startTcpProxy(server.port);
    database = watchedDatabase({ ...settings, port: proxy.port });
  });
  afterEach(async () => {
    proxy.resume();
    await database.close();
    await proxy.close();
  });

  async function startWithSession(): Promise<void> {
    await database.start();
    ({ key } = await database.sessions.create(`id-${Math.random()}`, session));
  }

  const add = async () => (await database.sessions.addSimulations(key, [simulation(1)]))?.[0]?.id ?? null;
  const states = () => database.changes.map(({ to }) => to);

  /** How a call ends, and that it does so in half of what a request may take. */
  async function inTime<T>(call: () => Promise<T>): Promise<PromiseSettledResult<T>> {
    const started = Date.now();
    const [result] = await Promise.allSettled([call()]);
    expect(Date.now() - started).toBeLessThan(REQUEST_LIMIT / 2);
    return result as PromiseSettledResult<T>;
  }

  const unavailable = { status: 'rejected', reason: { name: 'DatabaseUnavailable', retryAfterSeconds: 5 } };

  /** Resets have to travel before a pool knows of them. */
  const noticed = () => new Promise((resolve) => setTimeout(resolve, 200));

  async function isBack(): Promise<void> {
    await expect.poll(() => database.state, { timeout: RETURN_LIMIT, interval: 50 }).toBe('available');
    expect(await add()).toEqual(expect.any(Number));
  }

  it('starts when the database comes', async () => {
    await proxy.close();
    const started = database.start();
    expect(await inTime(() => database.sessions.find('x'))).toMatchObject(unavailable);
    expect(() => database.taxYears()).toThrow(DatabaseUnavailable);
    expect(database.state).toBe('starting');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await proxy.open();
    await started;
    expect(states()).toEqual(['available']);
    expect(database.log.lines.join('\n')).toMatch(/waiting for .* refuses connections/);
  });

  it.each([
    ['refuses connections', (wire: TcpProxy) => wire.close()],
    ['does not answer', async (wire: TcpProxy) => wire.stall()],
  ])('gives up starting at startup_timeout when the server %s', async (_, fail) => {
    const broken = await startTcpProxy(server.port);
    await fail(broken);
    const lost = watchedDatabase({ ...settings, port: broken.port, startup_timeout: 2 });
    const began = Date.now();
    await expect(lost.start()).rejects.toThrow(/within 2 seconds \(database\.startup_timeout\)/);
    expect(Date.now() - began).toBeLessThan(8_000);
    await lost.close();
    await broken.close();
  });

  it.each([
    [
      'the password is wrong',
      { password: 'wrong' },
      /(failed|denied) for user .tester.*Check database\.user/,
    ],
    ['the user is unknown', { user: 'nobody' }, /(failed|denied) for user .nobody.*Check database\.user/],
    ['the server offers no TLS', { tls: true }, /offers no TLS/],
  ])('refuses to start at once when %s', async (_, change, message) => {
    const refused = watchedDatabase({ ...settings, ...change });
    const started = refused.start();
    await expect(started).rejects.toThrow(DatabaseRefused);
    await expect(started).rejects.toThrow(message);
    await refused.close();
  });

  it('refuses to start at once when there is no such database', async () => {
    const refused = watchedDatabase({ ...settings, name: 'missing' });
    await expect(refused.start()).rejects.toThrow(/missing/);
    await refused.close();
  });

  it('is unavailable while the server is dead, once, and then back with everything', async () => {
    await startWithSession();
    const kept = [await add(), await add()];
    await server.kill();
    expect(await inTime(add)).toMatchObject(unavailable);
    await expect.poll(() => database.state, { timeout: 5_000 }).toBe('unavailable');
    const began = Date.now();
    for (let call = 0; call < 100; call++) expect(await inTime(add)).toMatchObject(unavailable);
    // None of them waits: one that did would take seconds.
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(database.taxYears()).toHaveLength(8);
    await server.restart();
    await isBack();
    expect(states()).toEqual(['available', 'unavailable', 'available']);
    const listed = (await listSimulations(database.sessions, key)).map(({ id }) => id);
    expect(listed).toEqual(expect.arrayContaining(kept));
  });

  it('answers in time when the network swallows everything', async () => {
    await startWithSession();
    await add();
    proxy.stall();
    const calls = await Promise.all(Array.from({ length: 50 }, () => inTime(add)));
    for (const call of calls) expect(call).toMatchObject(unavailable);
    await expect.poll(() => database.state, { timeout: 5_000 }).toBe('unavailable');
    proxy.resume();
    await isBack();
  });

  it('works on a slow network', async () => {
    proxy.delay(50);
    await startWithSession();
    expect(await Promise.all([add(), add(), add()])).toHaveLength(3);
    expect(states()).toEqual(['available']);
  });

  it('survives resets of all connections, idle or not', async () => {
    await startWithSession();
    const kept: (number | null)[] = [];
    for (let round = 0; round < 5; round++) {
      const calls = Promise.allSettled(Array.from({ length: 20 }, add));
      if (round % 2 === 0) proxy.reset();
      for (const call of await calls) if (call.status === 'fulfilled') kept.push(call.value);
      proxy.reset();
      await noticed();
      await expect.poll(() => database.state, { timeout: RETURN_LIMIT }).toBe('available');
    }
    await isBack();
    const listed = (await listSimulations(database.sessions, key)).map(({ id }) => id);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(kept));
  });

  it('survives a cut in the middle of a statement', async () => {
    await startWithSession();
    await add();
    proxy.cutAt(key);
    expect(await inTime(add)).toMatchObject(unavailable);
    await isBack();
    const listed = (await listSimulations(database.sessions, key)).map(({ id }) => id);
    expect(listed[0]).toBe(1);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('survives the loss of idle connections', async () => {
    await startWithSession();
    await Promise.all(Array.from({ length: 10 }, add));
    proxy.reset();
    await noticed();
    expect(await add()).toBe(11);
    expect(states()).toEqual(['available']);
  });

  it('answers in time while another client locks the session, without being unavailable', async () => {
    await startWithSession();
    const names = [1, 2, 3, 4].map((number) => `other-${number}-${key}`);
    const others = await Promise.all(names.map((name) => database.sessions.create(name, session)));
    const unlock = await server.lock(settings.name, `select * from sessions where session_key = '${key}'`);
    try {
      const [blocked, ...free] = await Promise.all([
        inTime(add),
        ...others.map((other) => inTime(() => database.sessions.addSimulations(other.key, [simulation(1)]))),
      ]);
      expect(blocked).toMatchObject(unavailable);
      for (const call of free) expect(call).toMatchObject({ status: 'fulfilled', value: [{ id: 1 }] });
    } finally {
      await unlock();
    }
    await isBack();
    expect(states()).toEqual(['available']);
  });
});
