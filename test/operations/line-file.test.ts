import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inLanguage } from '../../src/model/log-text.ts';
import { type LineFile, openLineFile, RETRY_MS } from '../../src/operations/line-file.ts';
import { OPEN_MS, rotatingFile } from '../../src/operations/rotating-file.ts';

describe('a file of lines', () => {
  let folder: string;
  const file = () => join(folder, 'logs/x.log');
  const open = (report: (text: string) => void) =>
    openLineFile({ file: file(), max_size: 10_000_000, keep: 2 }, (text) => report(inLanguage(text, 'en')));

  /** Until the next attempt to write has shown whether the file can be written. */
  const nextAttempt = async (lines: LineFile) => {
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    await vi.waitFor(() => expect(lines.isWritable).toBe(true), { timeout: 10_000, interval: 5 });
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lines-'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  it('keeps the lines, in order, across a time in which it cannot be written', async () => {
    const report = vi.fn();
    const lines = open(report);
    // A folder where the file was: it cannot be opened for writing, not even by root.
    rmSync(file());
    mkdirSync(file());
    lines.write('one\n');
    await vi.waitFor(() => expect(lines.isWritable).toBe(false));
    lines.write('two\n');
    lines.write('three\n');
    expect(report).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/x\.log cannot be written: /));
    rmdirSync(file());
    await nextAttempt(lines);
    lines.write('four\n');
    await lines.close();
    expect(readFileSync(file(), 'utf8')).toBe('one\ntwo\nthree\nfour\n');
    expect(report).toHaveBeenLastCalledWith(expect.stringContaining('is written again, 0 lines are lost'));
  });

  it('loses the last lines rather than fill the memory, and says how many', async () => {
    const report = vi.fn();
    const lines = open(report);
    rmSync(file());
    mkdirSync(file());
    lines.write('first\n');
    await vi.waitFor(() => expect(lines.isWritable).toBe(false));
    for (let line = 0; line < 1_200; line += 1) lines.write(`${'x'.repeat(999)}\n`);
    rmdirSync(file());
    await nextAttempt(lines);
    await lines.close();
    const kept = readFileSync(file(), 'utf8').split('\n').length - 1;
    expect(kept).toBeLessThanOrEqual(1_002);
    expect(report).toHaveBeenLastCalledWith(expect.stringContaining(`${1_201 - kept} lines are lost`));
    expect(lines.lostLines).toBe(1_201 - kept);
  });

  it('is not for everybody to read, nor are the files before it', async () => {
    const lines = openLineFile({ file: file(), max_size: 10, keep: 2 }, () => undefined);
    lines.write('more than fits into one file\n');
    const names = () => readdirSync(join(folder, 'logs'));
    await vi.waitFor(() => expect(names()).toHaveLength(2), { timeout: 10_000, interval: 5 });
    await lines.close();
    for (const name of names()) expect(statSync(join(folder, 'logs', name)).mode & 0o027).toBe(0);
  });

  it.each([
    ['the file', ['logs/x.log']],
    ['its folder', ['logs']],
  ])('begins anew where somebody has moved %s away', async (_, [path = '']) => {
    const report = vi.fn();
    const lines = open(report);
    lines.write('one\n');
    await vi.waitFor(() => expect(readFileSync(file(), 'utf8')).toBe('one\n'), {
      timeout: 10_000,
      interval: 5,
    });
    renameSync(join(folder, path), join(folder, 'moved'));
    vi.advanceTimersByTime(OPEN_MS);
    await vi.waitFor(
      () => {
        lines.write('two\n');
        expect(readFileSync(file(), 'utf8')).toMatch(/^(two\n)+$/);
      },
      { timeout: 10_000, interval: 5 },
    );
    await lines.close();
    expect(report).not.toHaveBeenCalled();
  });

  it('keeps the former files by their age, and no more than it should', async () => {
    const { append, close } = rotatingFile({ file: file(), max_size: 4, keep: 2 });
    for (const text of ['one\n', 'two\n', 'three\n', 'four\n', '5\n']) await append(text);
    await close();
    const names = readdirSync(join(folder, 'logs')).sort();
    expect(names.map((name) => [name, readFileSync(join(folder, 'logs', name), 'utf8')])).toEqual([
      ['x.log', '5\n'],
      ['x.log.1', 'four\n'],
      ['x.log.2', 'three\n'],
    ]);
  });

  it('holds its size however much comes at once', async () => {
    const { append, close } = rotatingFile({ file: file(), max_size: 1_000, keep: 2 });
    const lines = Array.from({ length: 500 }, (_, index) => `${index} ${'é'.repeat(index % 90)}\n`);
    await append(lines.join(''));
    await close();
    const names = ['x.log.2', 'x.log.1', 'x.log'];
    for (const name of names) expect(statSync(join(folder, 'logs', name)).size).toBeLessThanOrEqual(1_000);
    expect(readdirSync(join(folder, 'logs'))).toHaveLength(3);
    const kept = names.map((name) => readFileSync(join(folder, 'logs', name), 'utf8')).join('');
    expect(lines.join('').endsWith(kept)).toBe(true);
  });

  it('keeps no more than a million characters for a slow disk, and says what it lost', async () => {
    const report = vi.fn();
    const lines = open(report);
    for (let line = 0; line < 3_000; line += 1) lines.write(`${'x'.repeat(999)}\n`);
    expect([lines.isWritable, lines.lostLines]).toEqual([false, 2_000]);
    await nextAttempt(lines);
    await lines.close();
    expect(lines.lostLines).toBe(2_000);
    expect(statSync(file()).size).toBe(1_000_000);
    expect(report).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/x\.log: 2000 lines are lost, more came/),
    );
  });

  it('goes on in a file that does not make room', async () => {
    const { append, close } = rotatingFile({ file: file(), max_size: 4, keep: 1 });
    mkdirSync(join(`${file()}.1`, 'held'), { recursive: true });
    for (const text of ['one\n', 'two\n']) await append(text);
    rmSync(`${file()}.1`, { recursive: true });
    await append('three\n');
    await append('4\n');
    await close();
    expect(readFileSync(`${file()}.1`, 'utf8')).toBe('one\ntwo\nthree\n');
    expect(readFileSync(file(), 'utf8')).toBe('4\n');
  });

  it('ends although it cannot be written', async () => {
    const lines = open(() => undefined);
    renameSync(join(folder, 'logs'), join(folder, 'elsewhere'));
    mkdirSync(file(), { recursive: true });
    lines.write('unwritten\n');
    await lines.close();
  });
});
