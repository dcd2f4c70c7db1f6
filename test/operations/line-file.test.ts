import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLineFile } from '../../src/operations/line-file.ts';

describe('a file of lines', () => {
  let folder: string;
  const file = () => join(folder, 'logs/x.log');
  const open = (report: (text: string) => void) =>
    openLineFile({ file: file(), max_size: 10_000_000, keep: 2 }, report);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lines-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps the lines, in order, across a time in which it cannot be written', {
    timeout: 15_000,
  }, async () => {
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
    await vi.waitFor(() => expect(lines.isWritable).toBe(true), 10_000);
    lines.write('four\n');
    await lines.close();
    expect(readFileSync(file(), 'utf8')).toBe('one\ntwo\nthree\nfour\n');
    expect(report).toHaveBeenLastCalledWith(expect.stringContaining('is written again, 0 lines are lost'));
  });

  it('loses the last lines rather than fill the memory, and says how many', { timeout: 15_000 }, async () => {
    const report = vi.fn();
    const lines = open(report);
    rmSync(file());
    mkdirSync(file());
    lines.write('first\n');
    await vi.waitFor(() => expect(lines.isWritable).toBe(false));
    for (let line = 0; line < 1_200; line += 1) lines.write(`${'x'.repeat(999)}\n`);
    rmdirSync(file());
    await vi.waitFor(() => expect(lines.isWritable).toBe(true), 10_000);
    await lines.close();
    const kept = readFileSync(file(), 'utf8').split('\n').length - 1;
    expect(kept).toBeLessThanOrEqual(1_002);
    expect(report).toHaveBeenLastCalledWith(expect.stringContaining(`${1_201 - kept} lines are lost`));
  });

  it('ends although it cannot be written', async () => {
    const lines = open(() => undefined);
    renameSync(join(folder, 'logs'), join(folder, 'elsewhere'));
    mkdirSync(file(), { recursive: true });
    lines.write('unwritten\n');
    await lines.close();
  });
});
