import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HostSettings } from '../../../src/database/hosts.ts';
import { watchedDatabase } from '../../database/support/databases.ts';
import { simulation } from '../../database/support/simulations.ts';
import { type DatabaseServer, TEST_USER } from '../support/database-server.ts';
import { startMariadb } from '../support/mariadb.ts';
import { startPostgres } from '../support/postgres.ts';

const session = { type: 'json', user: 'admin', csrfSecret: 'secret', page: null } as const;
const { user } = TEST_USER;

const servers = [
  {
    name: 'mysql',
    start: startMariadb,
    limit: (connections: number) => `grant usage on *.* to ${user} with max_user_connections ${connections}`,
    words: /max_user_connections/,
  },
  {
    name: 'postgres',
    start: startPostgres,
    limit: (connections: number) => `alter role ${user} connection limit ${connections}`,
    words: /too many connections for role/,
  },
];

/** A server that grants fewer connections than `database.pool_size` (10). */
describe.each(servers)('too few connections: $name', ({ name, start, limit, words }) => {
  let server: DatabaseServer;
  let settings: HostSettings;
  const admin = name === 'mysql' ? 'mysql' : 'postgres';

  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    settings = await server.createDatabase();
  });

  const grant = (connections: number) => server.run(admin, limit(connections));

  it('serves everybody, one after the other', async () => {
    await grant(2);
    const database = watchedDatabase(settings);
    await database.start();
    const { sessions } = database;
    const keys = Array.from({ length: 40 }, (_, number) => sessions.create(`few-${number}`, session));
    const kept = await Promise.all(
      keys.map(async (created) => sessions.addSimulations((await created).key, [simulation(1)])),
    );
    expect(kept.every((one) => one?.[0]?.id === 1)).toBe(true);
    expect(database.changes.map(({ to }) => to)).toEqual(['available']);
    expect(database.log.lines.join('\n')).not.toContain('an operation failed');
    await database.close();
  });

  it('refuses those who waited too long, says why, and stays available', async () => {
    await grant(1);
    const database = watchedDatabase(settings);
    await database.start();
    const { key } = await database.sessions.create('blocked', session);
    const unlock = await server.lock(settings.name, `select * from sessions where session_key = '${key}'`);
    // The one connection waits for the lock until its own time limit; who comes after it waits for the connection.
    const first = database.sessions.update(key, { page: 'x' }).catch((error) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const others = await Promise.allSettled([1, 2].map(() => database.sessions.find('blocked')));
    await unlock();
    await first;
    for (const other of others) {
      if (other.status === 'rejected') expect(other.reason).toMatchObject({ name: 'NoFreeConnection' });
    }
    await expect.poll(() => database.sessions.find('blocked').then(Boolean, () => false)).toBe(true);
    expect(database.changes.map(({ to }) => to)).toEqual(['available']);
    await database.close();
  });

  it('waits at the start as in any outage, and names pool_size', async () => {
    await grant(1);
    const holder = watchedDatabase(settings);
    await holder.start();
    const waiting = watchedDatabase({ ...settings, startup_timeout: 20 });
    const started = waiting.start();
    await expect.poll(() => waiting.log.lines.join('\n'), { timeout: 10_000 }).toMatch(words);
    expect(waiting.log.lines.join('\n')).toMatch(/waiting for .*Set database\.pool_size \(10\)/);
    await holder.close();
    await started;
    expect(waiting.state).toBe('available');
    await waiting.close();
  });
});
