import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostSettings } from '../../../src/database/hosts.ts';
import { watchedDatabase } from '../../database/support/databases.ts';
import { listSimulations, simulation } from '../../database/support/simulations.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { databaseServers } from '../support/database-servers.ts';
import { startMariadb } from '../support/mariadb.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

const session = { type: 'json', user: 'admin', csrfSecret: 'secret', page: null } as const;

describe.each(databaseServers)('many additions at once: $name', ({ start }) => {
  let server: DatabaseServer;
  let settings: HostSettings;

  beforeAll(async () => {
    server = await start();
    settings = await server.createDatabase();
  });
  afterAll(() => server?.stop());

  // The statements of a transaction that adds for several sessions, and its end.
  it.each(['begin', 'last_simulation_id', 'insert into', 'commit'])(
    'are unavailable when the connection is lost at "%s"',
    async (statement) => {
      const proxy = await startTcpProxy(server.port);
      const database = watchedDatabase({ ...settings, port: proxy.port });
      try {
        await database.start();
        const created = Array.from({ length: 6 }, (_, n) =>
          database.sessions.create(`${statement}-${n}`, session),
        );
        const keys = (await Promise.all(created)).map(({ key }) => key);
        proxy.cutAt(statement);
        const added = await Promise.allSettled(
          keys.map((key) => database.sessions.addSimulations(key, [simulation(1)])),
        );
        for (const one of added) {
          if (one.status === 'rejected') expect(one.reason).toMatchObject({ name: 'DatabaseUnavailable' });
        }
        await expect.poll(() => database.state, { timeout: 5_000 }).toBe('available');
      } finally {
        await database.close();
        await proxy.close();
      }
    },
  );
});

describe('max_allowed_packet', () => {
  let server: DatabaseServer;
  const MEBIBYTE = 1_048_576;

  beforeAll(async () => {
    server = await startMariadb();
    await server.run('mysql', `set global max_allowed_packet = ${MEBIBYTE}`);
  });
  afterAll(() => server?.stop());

  it('of 1 MiB holds for 10,000 households in one request', async () => {
    const database = watchedDatabase(await server.createDatabase());
    await database.start();
    const { key } = await database.sessions.create('many', session);
    const households = Array.from({ length: 10_000 }, (_, salary) => simulation(salary));
    const kept = await database.sessions.addSimulations(key, households);
    expect(kept?.at(-1)?.id).toBe(10_000);
    expect(await listSimulations(database.sessions, key)).toEqual(kept);
    await database.close();
  });

  it('is named in the log when a statement is longer, and the connection stays', async () => {
    const database = watchedDatabase(await server.createDatabase());
    await database.start();
    const { key } = await database.sessions.create('long', session);
    await expect(database.sessions.update(key, { page: 'x'.repeat(2 * MEBIBYTE) })).rejects.toMatchObject({
      name: 'DatabaseUnavailable',
    });
    await expect
      .poll(() => database.log.lines.join('\n'))
      .toMatch(
        /available, but an operation failed: .*max_allowed_packet is 1048576\. Raise max_allowed_packet/,
      );
    await expect.poll(() => database.state, { timeout: 10_000 }).toBe('available');
    // Of a length that only escapes make too long.
    const escaped = database.sessions.update(key, { page: '\\'.repeat(MEBIBYTE * 0.6) });
    await expect(escaped).rejects.toMatchObject({ message: expect.stringContaining('max_allowed_packet') });
    await database.sessions.update(key, { page: 'x'.repeat(MEBIBYTE - 1_000) });
    await database.close();
  });
});
