import { pbkdf2 } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileOf } from '../src/write-file.ts';

const derive = promisify(pbkdf2);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tax-server-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes what comes', async () => {
  const path = join(folder, 'a');
  await writeFileOf(path, Readable.from(['é', 'b']));
  expect(readFileSync(path, 'utf8')).toBe('éb');
});

describe('a file that stops before it was opened', () => {
  /** Keeps the threads that open files busy for a moment. */
  const busyThreads = () => Array.from({ length: 8 }, () => derive('a', 'b', 20_000, 64, 'sha512'));

  it.each(['content', 'signal'])('by its %s does not come back once it is removed', async (which) => {
    const path = join(folder, 'a');
    const gate = Promise.withResolvers<void>();
    async function* content(): AsyncGenerator<string> {
      await gate.promise;
      yield '';
    }
    const stop = new AbortController();
    const threads = busyThreads();
    const writing = writeFileOf(path, content(), { signal: stop.signal });
    if (which === 'signal') stop.abort();
    gate.reject(new Error('gone'));
    await expect(writing).rejects.toThrow();
    rmSync(path, { force: true });
    await Promise.all(threads);
    await setTimeout(20);
    expect(existsSync(path)).toBe(false);
  });
});

it('a folder that is not there is the failure', async () => {
  await expect(writeFileOf(join(folder, 'b', 'a'), Readable.from(['x']))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
