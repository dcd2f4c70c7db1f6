import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DatabaseRefused } from '../../../src/database/database-errors.ts';
import { backUp } from '../../../src/database/sqlite/sqlite-backup.ts';
import { temporaryFolder, watchedDatabase } from '../support/databases.ts';
import { listSimulations, simulation } from '../support/simulations.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let copy: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'tax.db');
  copy = join(folder.path, 'copy.db');
});
afterEach(() => folder.remove());

it('is a whole database, made while the server writes', async () => {
  const database = watchedDatabase({ kind: 'sqlite', file, startup_timeout: 1 });
  await database.start();
  const state = { type: 'json', user: 'admin', csrfSecret: 'secret', page: null } as const;
  const { key } = await database.sessions.create('id', state);
  for (let before = 0; before < 10; before++) await database.sessions.addSimulations(key, [simulation(1)]);
  const finished = backUp(file, copy);
  for (let during = 0; during < 10; during++) await database.sessions.addSimulations(key, [simulation(2)]);
  await finished;
  await database.close();
  const restored = watchedDatabase({ kind: 'sqlite', file: copy, startup_timeout: 1 });
  await restored.start();
  const session = await restored.sessions.find('id');
  const kept = await listSimulations(restored.sessions, session?.key ?? '');
  await restored.close();
  expect(kept.length).toBeGreaterThanOrEqual(10);
  expect(kept.map(({ id }) => id)).toEqual(kept.map((_, index) => index + 1));
  expect(restored.installationId).toBe(database.installationId);
});

it('needs its folder', async () => {
  writeFileSync(file, '');
  const missing = join(folder.path, 'missing');
  await expect(backUp(file, join(missing, 'copy.db'))).rejects.toThrow(`There is no folder ${missing}`);
});

it('is readable by its owner only', async () => {
  const database = watchedDatabase({ kind: 'sqlite', file, startup_timeout: 1 });
  await database.start();
  await backUp(file, copy);
  await database.close();
  expect(statSync(copy).mode & 0o077).toBe(0);
});

it('replaces nothing, and needs a database', async () => {
  await expect(backUp(file, copy)).rejects.toThrow(/no database at .*tax\.db/);
  writeFileSync(file, 'hello, this is text and no database at all');
  await expect(backUp(file, copy)).rejects.toThrow(DatabaseRefused);
  expect(existsSync(copy)).toBe(false);
  writeFileSync(copy, '');
  await expect(backUp(file, copy)).rejects.toThrow(/exists already/);
  expect(readdirSync(folder.path).sort()).toEqual(['copy.db', 'tax.db']);
});
