import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CorruptDatabase, DatabaseRefused } from '../../../src/database/database-errors.ts';
import type { DatabaseSettings } from '../../../src/database/database-settings.ts';
import { openFile } from '../../../src/database/sqlite/sqlite-connections.ts';
import { explainError } from '../../../src/database/sqlite/sqlite-errors.ts';
import { temporaryFolder, type WatchedDatabase, watchedDatabase } from '../support/databases.ts';
import { listSimulations, simulation } from '../support/simulations.ts';

const session = { type: 'json', user: 'admin', csrfSecret: 'secret', page: null } as const;

describe('a SQLite file', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  const settings = (): DatabaseSettings => ({ kind: 'sqlite', file, startup_timeout: 1 });

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'tax.db');
  });
  afterEach(() => folder.remove());

  async function using<T>(work: (database: WatchedDatabase) => Promise<T>): Promise<T> {
    const database = watchedDatabase(settings());
    await database.start();
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  async function startFails(): Promise<Error> {
    const database = watchedDatabase(settings());
    try {
      await database.start();
    } catch (error) {
      return error as Error;
    } finally {
      await database.close();
    }
    throw new Error('it started');
  }

  it('keeps sessions through a restart, under one installation id', async () => {
    const before = await using(async (database) => {
      const { key } = await database.sessions.create('id', session);
      await database.sessions.addSimulations(key, [simulation(1), simulation(2)]);
      return database.installationId;
    });
    await using(async (database) => {
      const found = await database.sessions.find('id');
      expect(found).toMatchObject(session);
      expect(await listSimulations(database.sessions, found?.key ?? '')).toHaveLength(2);
      expect(database.installationId).toBe(before);
    });
  });

  it.skipIf(process.platform !== 'linux')('that cannot be opened keeps no descriptor', () => {
    const count = () => readdirSync('/proc/self/fd').length;
    // The system opens a path that is too long for SQLite.
    const long = join(folder.path, ...Array<string>(5).fill('x'.repeat(200)), 'tax.db');
    const foreign = join(folder.path, 'foreign.db');
    writeFileSync(foreign, 'x'.repeat(1_000));
    const before = count();
    for (const name of [long, foreign, long, foreign]) expect(() => openFile(name)).toThrow();
    expect(count()).toBe(before);
  });

  it.each(['ENOENT', 'UNKNOWN'])('names the share that is not there (%s)', (code) => {
    const error = Object.assign(new Error(code), { code });
    const explanation = explainError(error, '\\\\nas\\taxes\\2025\\tax.db');
    expect(explanation?.kind).toBe('refused');
    expect(explanation?.message).toContain('tax.db cannot be made: ');
    expect(explanation?.message).toContain(
      'is not there. Connect the drive or the share, or set database.file',
    );
  });

  it('is readable by its owner only, and never holds a session id', async () => {
    await using((database) => database.sessions.create('a-very-secret-id', session));
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file).includes('a-very-secret-id')).toBe(false);
  });

  it('is made with its folders', async () => {
    file = join(folder.path, 'un dossier', 'à créer', 'tax.db');
    await using(async (database) => expect(database.state).toBe('available'));
  });

  it.each([
    ['text', Buffer.from('hello\n'.repeat(1000))],
    ['a few bytes', Buffer.from('SQLite format 3\0')],
  ])('of %s is refused and left alone', async (_, content) => {
    writeFileSync(file, content);
    const error = await startFails();
    expect(error).toBeInstanceOf(CorruptDatabase);
    expect(error.message).toContain(file);
    expect(error.message).toMatch(/is damaged or is not a database\. Restore it from a backup/);
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('that was cut off is refused', async () => {
    await using((database) => database.sessions.create('id', session));
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    expect(await startFails()).toBeInstanceOf(CorruptDatabase);
  });

  it('of another application is refused and left alone', async () => {
    const other = new DatabaseSync(file);
    other.exec('create table notes (text)');
    other.close();
    const content = readFileSync(file);
    const error = await startFails();
    expect(error).toBeInstanceOf(DatabaseRefused);
    expect(error.message).toMatch(/another application\. Set database\.file to another file/);
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('that is a folder, or lies in a file, is refused', async () => {
    mkdirSync(file);
    expect((await startFails()).message).toContain('is a folder');
    writeFileSync(join(folder.path, 'plain'), '');
    file = join(folder.path, 'plain', 'tax.db');
    const error = await startFails();
    expect(error).toBeInstanceOf(DatabaseRefused);
    expect(error.message).toContain('is not a folder');
  });

  it.each([
    [{ code: 'EACCES' }, 'refused', /may not write/],
    [{ code: 'EROFS' }, 'refused', /may not write/],
    [{ code: 'ENOSPC' }, 'unavailable', /disk .* is full/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, 'unavailable', /disk .* is full/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 }, 'refused', /cannot be written/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 14 }, 'refused', /cannot be opened/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 10 | (3 << 8) }, 'unavailable', /disk reports an error/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 5 | (2 << 8) }, 'conflict', /locked by another program/],
  ])('explains %o', (fields, kind, message) => {
    const explanation = explainError(Object.assign(new Error('driver text'), fields), '/data/tax.db');
    expect(explanation).toEqual({ kind, message: expect.stringMatching(message) });
  });

  it('that another program locks makes the database unavailable until it lets go', {
    timeout: 20_000,
  }, async () => {
    await using(async (database) => {
      const { key } = await database.sessions.create('id', session);
      const other = new DatabaseSync(file);
      other.exec('begin immediate');
      const started = Date.now();
      const refusals = await Promise.allSettled(
        Array.from({ length: 20 }, () => database.sessions.addSimulations(key, [simulation(1)])),
      );
      expect(Date.now() - started).toBeLessThan(10_000);
      for (const refusal of refusals) {
        expect(refusal).toMatchObject({
          status: 'rejected',
          reason: {
            name: 'DatabaseUnavailable',
            message: expect.stringContaining('locked by another program'),
          },
        });
      }
      await expect.poll(() => database.state, { timeout: 5_000 }).toBe('unavailable');
      await expect(database.sessions.find('id')).rejects.toMatchObject({ retryAfterSeconds: 5 });
      other.exec('rollback');
      other.close();
      await expect.poll(() => database.state, { timeout: 5_000 }).toBe('available');
      expect(await database.sessions.addSimulations(key, [simulation(1)])).toHaveLength(1);
      expect(database.changes.map(({ to }) => to)).toEqual(['available', 'unavailable', 'available']);
      expect(database.log.lines.join('\n')).toContain('available → unavailable');
    });
  });
});
