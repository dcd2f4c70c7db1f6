import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseRefused, DatabaseUnavailable } from '../../../src/database/database-errors.ts';
import type { Clock, RedisSettings, SessionLifetime } from '../../../src/database/database-settings.ts';
import { openRedisSessions, type RedisSessions } from '../../../src/database/sessions/redis-sessions.ts';
import type { PurgeableSessionStore, SessionState } from '../../../src/model/sessions.ts';
import { memoryLog } from '../../database/support/databases.ts';
import { describeSessionStore, lifetime } from '../../database/support/session-store-suite.ts';
import { listSimulations, simulation } from '../../database/support/simulations.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

const fresh: SessionState = { type: 'json', user: null, csrfSecret: 'secret', page: null };

interface Instance {
  readonly sessions: RedisSessions;
  readonly changes: string[];
}

function instance(
  settings: RedisSettings,
  {
    clock = Date.now as Clock,
    prefix = 'test:',
    lives = lifetime as SessionLifetime,
    startupTimeout = 5,
  } = {},
): Instance {
  const changes: string[] = [];
  const sessions = openRedisSessions(settings, {
    lifetime: lives,
    clock,
    log: memoryLog(),
    prefix: () => prefix,
    startupTimeout,
    onStateChange: ({ to }) => void changes.push(to),
  });
  return { sessions, changes };
}

describeSessionStore(
  'redis',
  async (clock) => {
    const server = await startRedis();
    const [one, other] = [instance(server.settings, { clock }), instance(server.settings, { clock })];
    await Promise.all([one.sessions.start(), other.sessions.start()]);
    return {
      store: one.sessions.store as PurgeableSessionStore,
      otherInstance: other.sessions.store as PurgeableSessionStore,
      async close() {
        one.sessions.close();
        other.sessions.close();
        await server.stop();
      },
    };
  },
  { isPurged: false },
);

describe('sessions in Redis', () => {
  let server: RedisServer;
  const started: RedisSessions[] = [];

  async function start(...args: Parameters<typeof instance>): Promise<Instance> {
    const made = instance(...args);
    started.push(made.sessions);
    await made.sessions.start();
    return made;
  }

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const sessions of started) sessions.close();
    await server?.stop();
  });

  it('are forgotten by Redis itself, with everything of theirs', { timeout: 30_000 }, async () => {
    const lives = { idle_minutes: 2 / 60, absolute_hours: 5 / 3600 };
    const { store } = (await start(server.settings, { prefix: 'short:', lives })).sessions;
    const { key } = await store.create('id', fresh);
    await store.addSimulations(key, [simulation(1)]);
    const names = async () => (await server.run('KEYS', 'short:*')) as string[];
    const began = Date.now();
    expect((await names()).filter((name) => !name.endsWith('probe'))).toHaveLength(3);
    // Seen again and again it lives longer than its two idle seconds, but it ends.
    let seen = 0;
    while (await store.find('id')) {
      seen = Date.now() - began;
      await wait(200);
    }
    expect(seen).toBeGreaterThan(3_000);
    await expect.poll(async () => (await names()).length, { timeout: 8_000 }).toBeLessThanOrEqual(1);
    expect(await store.addSimulations(key, [simulation(2)])).toBeNull();
  });

  it('keep no id, and leave nothing without an end', async () => {
    const { store } = (await start(server.settings, { prefix: 'kept:' })).sessions;
    const { key } = await store.create('the-secret-id', { ...fresh, user: 'admin', page: '{}' });
    await store.addSimulations(key, [simulation(1), simulation(2)]);
    await store.changeId(key, 'another-secret-id');
    await store.addSimulations(key, [simulation(3)]);
    const names = (await server.run('KEYS', 'kept:*')) as string[];
    expect(names.join()).not.toContain('secret-id');
    for (const name of names) {
      const left = (await server.run('PTTL', name)) as number;
      expect(left, name).toBeGreaterThan(0);
      expect(left, name).toBeLessThanOrEqual(lifetime.idle_minutes * 60_000);
      const content =
        name.includes(':id:') || name.endsWith('probe') ? [] : await server.run('HGETALL', name);
      expect(JSON.stringify(content)).not.toContain('secret-id');
    }
  });

  it('of two installations on one Redis are apart', async () => {
    const one = (await start(server.settings, { prefix: 'one:' })).sessions.store;
    const other = (await start(server.settings, { prefix: 'other:' })).sessions.store;
    const { key } = await one.create('shared-id', { ...fresh, user: 'admin' });
    expect(await other.find('shared-id')).toBeNull();
    expect(await other.addSimulations(key, [simulation(1)])).toBeNull();
  });

  it('that end while others write to them stay ended', async () => {
    const { store } = (await start(server.settings, { prefix: 'ended:' })).sessions;
    for (let round = 0; round < 20; round++) {
      const { key } = await store.create(`id-${round}`, fresh);
      await Promise.all([
        store.update(key, { user: 'admin' }),
        store.addSimulations(key, [simulation(1)]),
        store.end(key),
        store.update(key, { page: 'a page' }),
        store.changeId(key, `new-${round}`),
        store.addSimulations(key, [simulation(2)]),
      ]);
    }
    const names = (await server.run('KEYS', 'ended:*')) as string[];
    expect(names.filter((name) => !name.endsWith('probe'))).toEqual([]);
  });

  it('survive scripts that Redis has forgotten', async () => {
    const { store } = (await start(server.settings, { prefix: 'scripts:' })).sessions;
    await store.create('id', fresh);
    await server.run('SCRIPT', 'FLUSH');
    expect(await store.find('id')).not.toBeNull();
  });

  it('are refused at once while Redis is away, and there again when it is back', {
    timeout: 30_000,
  }, async () => {
    const { sessions, changes } = await start(server.settings, { prefix: 'away:' });
    await sessions.store.create('id', fresh);
    await server.kill();
    await expect(sessions.store.find('id')).rejects.toThrow(DatabaseUnavailable);
    await expect.poll(() => sessions.state).toBe('unavailable');
    const asked = performance.now();
    await expect(sessions.store.find('id')).rejects.toThrow(
      /Redis server 127\.0\.0\.1:\d+ (refuses|cut|does)/,
    );
    expect(performance.now() - asked).toBeLessThan(1_000);
    await server.restart();
    const back = performance.now();
    await expect.poll(() => sessions.state, { timeout: 5_000 }).toBe('available');
    expect(performance.now() - back).toBeLessThan(5_000);
    expect(await sessions.store.find('id')).not.toBeNull();
    expect(changes).toEqual(['available', 'unavailable', 'available']);
  });

  it('are found to be away although nobody asks for them', { timeout: 30_000 }, async () => {
    const { sessions } = await start(server.settings, { prefix: 'unasked:' });
    await server.kill();
    await expect.poll(() => sessions.state, { timeout: 15_000 }).toBe('unavailable');
    await server.restart();
    await expect.poll(() => sessions.state, { timeout: 5_000 }).toBe('available');
  });

  it('are refused in time when the network swallows what is sent', { timeout: 30_000 }, async () => {
    const proxy = await startTcpProxy(server.settings.port);
    const { sessions } = await start({ ...server.settings, port: proxy.port }, { prefix: 'mute:' });
    await sessions.store.create('id', fresh);
    proxy.stall();
    const asked = performance.now();
    await expect(sessions.store.find('id')).rejects.toThrow(DatabaseUnavailable);
    expect(performance.now() - asked).toBeLessThan(3_500);
    await expect.poll(() => sessions.state, { timeout: 10_000 }).toBe('unavailable');
    proxy.resume();
    await expect.poll(() => sessions.state, { timeout: 5_000 }).toBe('available');
    await proxy.close();
  });

  it('are refused while Redis refuses to write', async () => {
    const { sessions } = await start(server.settings, { prefix: 'full:' });
    await sessions.store.create('id', fresh);
    await server.run('CONFIG', 'SET', 'maxmemory', '1');
    try {
      await expect(sessions.store.create('id2', fresh)).rejects.toThrow(/OOM/);
    } finally {
      await server.run('CONFIG', 'SET', 'maxmemory', '0');
    }
    await expect.poll(() => sessions.state, { timeout: 5_000 }).toBe('available');
  });

  it('need no more rights than the documentation says', async () => {
    await server.run(
      'ACL',
      'SETUSER',
      'sparing',
      'on',
      '>secret',
      '~tax-server:*',
      '+@read',
      '+@write',
      '+@connection',
      '+eval',
      '+evalsha',
    );
    const settings = { ...server.settings, user: 'sparing', password: 'secret' };
    const { store } = (await start(settings, { prefix: 'tax-server:1:' })).sessions;
    const { key } = await store.create('id', fresh);
    await store.addSimulations(key, [simulation(1)]);
    await store.update(key, { user: 'admin' });
    await store.changeId(key, 'new');
    expect(await listSimulations(store, key)).toHaveLength(1);
    await store.end(key);
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, DatabaseRefused, /WRONGPASS.*redis\.password/],
    ['no password', { password: undefined }, DatabaseRefused, /NOAUTH.*redis\.password/],
    ['a wrong port', { port: 1 }, DatabaseUnavailable, /within 1 seconds.*redis\.port/],
    ['a database that there is not', { database: 999 }, Error, /out of range/],
  ])('do not start with %s', async (_, wrong, type, message) => {
    const { sessions } = instance({ ...server.settings, ...wrong }, { startupTimeout: 1 });
    try {
      const failure = await sessions.start().catch((error: Error) => error);
      expect(failure).toBeInstanceOf(type);
      expect(String(failure)).toMatch(message);
    } finally {
      sessions.close();
    }
  });
});
