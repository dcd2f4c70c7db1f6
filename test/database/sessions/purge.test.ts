import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PURGED_COUNTS, purgeCounts } from '../../../src/database/counts/sql-counts.ts';
import { loadDialect } from '../../../src/database/dialects.ts';
import type { Schema } from '../../../src/database/schema.ts';
import { purgeRegularly } from '../../../src/database/sessions/purge.ts';
import { memoryLog, temporaryFolder, watchedDatabase } from '../support/databases.ts';

const MINUTE = 60_000;

describe('what has ended', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  it('is forgotten step by step, also when the sessions could not be', async () => {
    const log = memoryLog();
    const purge = vi
      .fn()
      .mockRejectedValueOnce(new Error('no room'))
      .mockResolvedValueOnce({ sessions: 1, more: true })
      .mockResolvedValue({ sessions: 0, more: false });
    const others = vi.fn().mockResolvedValueOnce(true).mockResolvedValue(false);
    const stop = purgeRegularly({ purge }, log, others);
    vi.advanceTimersByTime(MINUTE);
    await vi.waitFor(() => expect(log.lines).toEqual([expect.stringContaining('no room')]));
    expect([purge, others].map((each) => each.mock.calls.length)).toEqual([1, 2]);
    vi.advanceTimersByTime(MINUTE);
    await vi.waitFor(() => expect(others).toHaveBeenCalledTimes(3));
    expect(purge).toHaveBeenCalledTimes(3);
    stop();
  });

  it('does not keep the sessions', async () => {
    const purge = vi.fn().mockResolvedValue({ sessions: 0, more: false });
    const others = vi.fn().mockRejectedValue(new Error('no table'));
    const stop = purgeRegularly({ purge }, memoryLog(), others);
    vi.advanceTimersByTime(MINUTE);
    await vi.waitFor(() => expect(others).toHaveBeenCalled());
    expect(purge).toHaveBeenCalledTimes(1);
    stop();
  });
});

describe('counts', () => {
  const folder = temporaryFolder();
  const settings = { kind: 'sqlite', file: join(folder.path, 'tax.db'), startup_timeout: 10 } as const;
  const database = watchedDatabase(settings);
  let db: Kysely<Schema>;

  beforeEach(async () => {
    await database.start();
    db = new Kysely<Schema>({ dialect: (await loadDialect(settings)).kysely });
  });
  afterEach(async () => {
    await db.destroy();
    await database.close();
    folder.remove();
  });

  it('are deleted in steps once they have ended, by their index', async () => {
    const rows = Array.from({ length: PURGED_COUNTS + 2 }, (_, index) => ({
      name: `count ${index}`,
      value: 1,
      ends_at: index,
    }));
    await db.insertInto('shared_counts').values(rows).execute();
    expect(await purgeCounts(db, PURGED_COUNTS)).toBe(true);
    expect(await purgeCounts(db, PURGED_COUNTS)).toBe(false);
    const left = await db.selectFrom('shared_counts').selectAll().execute();
    expect(left.map(({ ends_at }) => ends_at)).toEqual([PURGED_COUNTS + 1]);
    const plan =
      await sql`explain query plan select name from shared_counts where ends_at <= 5 order by ends_at`.execute(
        db,
      );
    expect(JSON.stringify(plan.rows)).toContain('USING COVERING INDEX shared_counts_by_end');
  });
});
