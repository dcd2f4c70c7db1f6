import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { spoolsIn } from '../../src/jobs/disk-spool.ts';
import type { Spool } from '../../src/model/spool.ts';

let parent: string;
const folder = () => join(parent, 'answers');
const report = vi.fn();

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'tax-server-spool-'));
  report.mockReset();
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const opened = (maxBytes: number) => spoolsIn({ folder, maxBytes, report });
const keep = (spool: Spool, text: string) => spool.write(Buffer.from(text));
const content = async (spool: Spool) => String(await buffer(spool.read()));

it('what was kept comes back in its order, from a file that is nobody else’s and then gone', async () => {
  const spool = opened(100)();
  expect(existsSync(folder())).toBe(false);
  expect(await content(spool)).toBe('');
  for (const text of ['one,', 'two,', 'é']) expect(await keep(spool, text)).toBe(true);
  const [name = ''] = readdirSync(folder());
  expect(statSync(join(folder(), name)).mode & 0o777).toBe(0o600);
  expect(statSync(folder()).mode & 0o777).toBe(0o700);
  expect(await content(spool)).toBe('one,two,é');
  await spool.close();
  expect(readdirSync(folder())).toEqual([]);
});

it('all spools share the room, of which each leaves as much as it takes, and which is there again once they are read or closed', async () => {
  const open = opened(12);
  const [one, other] = [open(), open()];
  expect(await keep(one, '1234567')).toBe(false);
  expect(await keep(one, '123456')).toBe(true);
  expect(await keep(one, 'x')).toBe(false);
  expect(await keep(other, '1234')).toBe(false);
  expect(await keep(other, '123')).toBe(true);
  expect(await content(one)).toBe('123456');
  expect(await keep(other, '4')).toBe(true);
  expect(await keep(one, 'abcd')).toBe(true);
  expect(await content(one)).toBe('abcd');
  await other.close();
  expect(await keep(one, 'abcdef')).toBe(true);
  await one.close();
});

it('a disk that refuses is no room, and is reported', async () => {
  writeFileSync(folder(), 'a file where the folder should be');
  const spool = opened(100)();
  expect(await keep(spool, 'x')).toBe(false);
  expect(report).toHaveBeenCalledOnce();
  expect(await content(spool)).toBe('');
  await spool.close();
});

it('a file that cannot be deleted is reported, and nothing fails', async () => {
  const spool = opened(100)();
  await keep(spool, 'x');
  const path = join(folder(), readdirSync(folder())[0] ?? '');
  rmSync(path);
  mkdirSync(path);
  await spool.close();
  expect(report).toHaveBeenCalledOnce();
});
