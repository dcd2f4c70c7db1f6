import { copyFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatabaseState } from '../../../src/database/availability.ts';
import { POLL_EVERY } from '../../../src/database/timeouts.ts';
import { temporaryFolder, type WatchedDatabase, watchedDatabase } from '../support/databases.ts';
import { listSimulations, simulation } from '../support/simulations.ts';

const session = { type: 'json', user: 'admin', csrfSecret: 'secret', page: null } as const;

/** What happens to the file behind the back of a running server. */
describe('a SQLite file that', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let database: WatchedDatabase;
  let key: string;

  beforeEach(async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
    folder = temporaryFolder();
    file = join(folder.path, 'tax.db');
    database = await started(file);
    ({ key } = await database.sessions.create('id', session));
    await database.sessions.addSimulations(key, [simulation(1)]);
  });
  afterEach(async () => {
    await database.close();
    folder.remove();
    vi.useRealTimers();
  });

  async function started(name: string): Promise<WatchedDatabase> {
    const opened = watchedDatabase({ kind: 'sqlite', file: name, startup_timeout: 5 });
    await opened.start();
    return opened;
  }

  const add = () => database.sessions.addSimulations(key, [simulation(1)]).then(() => 'kept', String);
  /** Waits for the state that the database has after the server has looked at its file again, twice if it was cut. */
  const expectLater = async (state: DatabaseState) => {
    await vi.advanceTimersByTimeAsync(2 * POLL_EVERY);
    await expect.poll(() => database.state, { timeout: 10_000, interval: 5 }).toBe(state);
  };

  it.each([
    ['is deleted', () => rmSync(file), /is no longer there/],
    ['is cut', () => truncateSync(file), /has been overwritten or cut/],
    ['loses its end', () => truncateSync(file, statSync(file).size - 8_192), /has been overwritten or cut/],
    ['is overwritten', () => writeFileSync(file, 'x'.repeat(100_000)), /has been overwritten or cut/],
  ])('%s is noticed without any request, refused and said in the log', async (_, harm, words) => {
    // Once, so that what is on the disk is what was opened.
    expect(await add()).toBe('kept');
    harm();
    await expectLater('unavailable');
    expect(await add()).toMatch(/DatabaseUnavailable/);
    const log = database.log.lines.join('\n');
    expect(log).toMatch(words);
    expect(log).toContain('stop the server, restore a backup');
  });

  it('is overwritten by the database of another installation is noticed', async () => {
    const other = join(folder.path, 'other.db');
    await (await started(other)).close();
    copyFileSync(other, file);
    await expectLater('unavailable');
    expect(database.log.lines.join('\n')).toContain('has been overwritten or cut');
  });

  it('is replaced is refused until the former one is back, with all that was kept', async () => {
    const other = join(folder.path, 'other.db');
    await (await started(other)).close();
    const aside = join(folder.path, 'aside.db');
    renameSync(file, aside);
    renameSync(other, file);
    await expectLater('unavailable');
    expect(database.log.lines.join('\n')).toContain('has been replaced by another file');
    renameSync(aside, file);
    await expectLater('available');
    expect(await add()).toBe('kept');
    expect(await listSimulations(database.sessions, key)).toHaveLength(2);
  });

  it('stays, in a second instance that writes a lot, stays available', async () => {
    const second = await started(file);
    for (let round = 0; round < 30; round++) {
      const many = Array.from({ length: 200 }, (_, salary) => simulation(salary));
      await second.sessions.addSimulations(key, many);
      expect(await add()).toBe('kept');
      await vi.advanceTimersByTimeAsync(POLL_EVERY / 5);
    }
    expect(database.changes.map(({ to }) => to)).toEqual(['available']);
    await second.close();
  });
});
