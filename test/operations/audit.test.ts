import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit, auditLine, openAudit } from '../../src/operations/audit.ts';
import { LogFileError } from '../../src/operations/line-file.ts';

const time = new Date('2026-03-01T08:00:00.123Z');

describe('a line of the audit log', () => {
  it('is one JSON object with the time first', () => {
    const entry = {
      event: 'sign-in',
      outcome: 'refused',
      user: null,
      address: '::1',
      request: 'Thread-7',
    } as const;
    expect(auditLine(entry, time)).toBe(
      '{"time":"2026-03-01T08:00:00.123Z","event":"sign-in","outcome":"refused","user":null,"address":"::1","request":"Thread-7"}\n',
    );
  });

  it.each([
    'a"}\n{"event":"sign-in","outcome":"accepted"}',
    'a\r\nb\u2028c\u2029d\u0085e\u001b[2J\u202ef\u061cg',
    '\ud800 alone',
  ])('cannot be broken, forged or turned around by %j', (user) => {
    const line = auditLine({ event: 'sign-in', outcome: 'refused', user }, time);
    expect(line.split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(2);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u061c\u202a-\u202e]/);
    expect(JSON.parse(line)).toEqual({
      time: time.toISOString(),
      event: 'sign-in',
      outcome: 'refused',
      user,
    });
  });

  it('stays short, whatever comes', () => {
    const line = auditLine({ event: 'start', outcome: 'failed', detail: 'x'.repeat(100_000) }, time);
    expect(line.length).toBeLessThan(300);
  });
});

describe('the audit log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'audit-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('bounds what clients cause, each kind on its own, and nothing else', async () => {
    const file = join(folder, 'audit.log');
    const audit = openAudit({ file, max_size: 1_000_000, keep: 1 }, () => undefined);
    const client = { user: 'admin', address: '192.0.2.1' };
    for (let i = 0; i < 100; i += 1) {
      audit.record({ event: 'sign-in', outcome: 'accepted', ...client });
      audit.record({ event: 'session-end', outcome: 'done', ...client });
      audit.record({ event: 'sign-in', outcome: 'refused', ...client });
      audit.record({ event: 'tax-years-change', outcome: 'done' });
    }
    audit.record({ event: 'sign-in', outcome: 'accepted', ...client, user: 'other' });
    await audit.close();
    const entries = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const count = (event: string, outcome: string) =>
      entries.filter((entry) => entry.event === event && entry.outcome === outcome && !entry.detail).length;
    expect(count('sign-in', 'accepted') + count('session-end', 'done')).toBe(30 + 1);
    expect(count('sign-in', 'refused')).toBe(30);
    expect(count('tax-years-change', 'done')).toBe(100);
    expect(entries.filter(({ user }) => user === 'other')).toHaveLength(1);
    expect(entries.filter(({ detail }) => detail)).toHaveLength(3);
  });

  it('takes the entries of the server and of commands', async () => {
    const file = join(folder, 'logs/audit.log');
    appendAudit(file, { event: 'tax-year-import', outcome: 'done', detail: '2026' });
    const audit = openAudit({ file, max_size: 1_000_000, keep: 1 }, () => undefined);
    audit.record({ event: 'start', outcome: 'done' });
    await audit.close();
    appendAudit(file, { event: 'tax-year-import', outcome: 'done' });
    const events = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event);
    expect(events).toEqual(['tax-year-import', 'start', 'tax-year-import']);
  });

  it('says so when it cannot be opened', () => {
    writeFileSync(join(folder, 'logs'), 'a file, no folder');
    const file = join(folder, 'logs/audit.log');
    expect(() => appendAudit(file, { event: 'start', outcome: 'done' })).toThrow(LogFileError);
    expect(() => openAudit({ file, max_size: 1, keep: 1 }, () => undefined)).toThrow(LogFileError);
  });
});
