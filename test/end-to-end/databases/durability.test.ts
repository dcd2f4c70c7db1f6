import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseSettings } from '../../../src/database/database-settings.ts';
import { temporaryFolder, watchedDatabase } from '../../database/support/databases.ts';
import { type Instance, instanceIn } from '../../database/support/instance-process.ts';
import { listSimulations } from '../../database/support/simulations.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { databaseServers } from '../support/database-servers.ts';

const folder = temporaryFolder();
let start: Awaited<ReturnType<typeof instanceIn>>;

beforeAll(async () => {
  start = await instanceIn(folder.path);
});
afterAll(() => folder.remove());

async function storedIds(settings: DatabaseSettings, sessionId: string): Promise<number[]> {
  const database = watchedDatabase(settings);
  await database.start();
  const session = await database.sessions.find(sessionId);
  const simulations = await listSimulations(database.sessions, session?.key ?? '');
  await database.close();
  return simulations.map(({ id }) => id);
}

async function hasKept(instance: Instance, count: number): Promise<void> {
  await expect.poll(() => instance.kept.length, { timeout: 20_000, interval: 20 }).toBeGreaterThan(count);
}

/** Two instances add to one session; both are killed while they do. */
async function killBothInstances(settings: DatabaseSettings): Promise<void> {
  const sessionId = `durable-${Math.random()}`;
  const first = start(settings, { sessionId });
  await hasKept(first, 100);
  const second = start(settings, { sessionId });
  await hasKept(second, 100);
  await first.kill();
  await hasKept(second, second.kept.length + 50);
  await second.kill();
  const stored = await storedIds(settings, sessionId);
  const answered = [...first.kept, ...second.kept];
  expect(new Set(answered).size).toBe(answered.length);
  expect(new Set(stored)).toEqual(new Set([...stored, ...answered]));
}

describe('nothing answered is lost: sqlite', () => {
  it('when two instances on one file are killed', async () => {
    await killBothInstances({ kind: 'sqlite', file: join(folder.path, 'tax.db'), startup_timeout: 10 });
  });

  it('when the disk is full: an error says so, and the server goes on once there is room', async () => {
    const disk = join(folder.path, 'disk');
    // A small disk of its own, on which a ballast file makes room after some seconds.
    const prefix = [
      'unshare',
      '--mount',
      ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']),
      'sh',
      '-c',
      `mkdir -p ${disk} && mount -t tmpfs -o size=1536k tmpfs ${disk} && head -c 700k /dev/zero > ${disk}/ballast
       (sleep 6; rm ${disk}/ballast) & exec "$@"`,
      'sh',
    ];
    const settings = { kind: 'sqlite', file: join(disk, 'tax.db'), startup_timeout: 10 } as const;
    const instance = start(settings, { sessionId: 'full', prefix });
    try {
      const errors = () => instance.lines.flatMap(({ error }) => error ?? []);
      await expect
        .poll(errors, { timeout: 20_000 })
        .toContainEqual(expect.stringMatching(/The disk of .* is full\. Make room on it\./));
      const before = instance.kept.length;
      await hasKept(instance, before + 50);
      expect(new Set(instance.kept).size).toBe(instance.kept.length);
    } finally {
      await instance.kill();
    }
  });

  it('when the folder may not be written: the start says what to do', async () => {
    const closed = temporaryFolder();
    try {
      const withoutPrivileges =
        process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];
      const prefix = ['sh', '-c', `chmod 500 ${closed.path} && exec "$@"`, 'sh', ...withoutPrivileges];
      const instance = start(
        { kind: 'sqlite', file: join(closed.path, 'tax.db'), startup_timeout: 10 },
        { prefix },
      );
      await instance.ended;
      expect(instance.lines).toEqual([
        { error: expect.stringMatching(/This user may not write .*tax\.db\. Give it the right/) },
      ]);
    } finally {
      closed.remove();
    }
  });
});

describe.each(databaseServers)('nothing answered is lost: $name', ({ start: startServer }) => {
  let server: DatabaseServer;

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.stop());

  it('when two instances on one database are killed', async () => {
    await killBothInstances(await server.createDatabase());
  });

  it('when the database server is killed and started again', async () => {
    const settings = await server.createDatabase();
    const instance = start(settings, { sessionId: 'survivor' });
    try {
      await hasKept(instance, 100);
      await server.kill();
      await expect.poll(() => instance.lines.at(-1)?.error, { timeout: 10_000 }).toBeDefined();
      await server.restart();
      await hasKept(instance, instance.kept.length + 50);
    } finally {
      await instance.kill();
    }
    const stored = await storedIds(settings, 'survivor');
    expect(stored).toEqual(expect.arrayContaining(instance.kept));
  });
});
