import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogFileError } from '../../src/operations/line-file.ts';
import { openLog } from '../../src/operations/log.ts';

describe('the log', () => {
  let folder: string;
  let printed: string;
  const console = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk);
      done();
    },
  });
  const settings = () =>
    ({
      file: join(folder, 'logs/server.log'),
      level: 'info',
      max_size: 10_000_000,
      keep: 2,
      language: 'fr',
      consoleLanguage: 'en',
    }) as const;
  const written = () => readFileSync(settings().file, 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
    printed = '';
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes the lines of the contract, requests with their id', async () => {
    const log = openLog(settings(), null);
    log.info('[serveur] démarrage du serveur');
    log.info('[MainController] requête', 'Thread-7');
    await log.close();
    const [start, request] = written().split('\n');
    expect(start).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}, MainThread : \[serveur\] démarrage du serveur$/,
    );
    expect(request).toMatch(/, Thread-7 : \[MainController\] requête$/);
  });

  it('has one language in the file, and that of the person on the console', async () => {
    const log = openLog(settings(), console);
    log.warn({ fr: 'une ligne', en: 'a line' });
    log.error({ fr: 'une erreur', en: 'an error' });
    await log.close();
    expect(written()).toMatch(/ : \[warning\] une ligne\n.* : \[error\] une erreur\n$/);
    expect(printed).toMatch(/ {2}\[warning\] a line\n.* {2}\[error\] an error\n$/);
  });

  it('keeps whatever comes on one line', async () => {
    const log = openLog(settings(), null);
    log.info('a\nb\r\u2028\u202ec\u001b[2J');
    await log.close();
    expect(written()).toMatch(/ : a\\u000ab\\u000d\\u2028\\u202ec\\u001b\[2J\n$/);
    expect(written().split('\n')).toHaveLength(2);
  });

  it('tells an error with its causes', async () => {
    const log = openLog(settings(), null);
    log.error(new Error('outer', { cause: new TypeError('inner') }));
    await log.close();
    expect(written()).toMatch(/\[error\] Error: outer < at .* \| caused by TypeError: inner < at /);
  });

  it('leaves lines under its level out, and follows a change of level', async () => {
    const log = openLog(settings(), null);
    log.debug('unseen');
    log.setLevel('debug');
    log.debug('seen');
    await log.close();
    expect(written()).not.toContain('unseen');
    expect(written()).toContain('[debug] seen');
  });

  it('shows the console what concerns the server, not each request', async () => {
    const log = openLog(settings(), console);
    log.info('how it starts');
    log.followOnConsole();
    log.info('the server');
    log.info('a request', 'Thread-1');
    log.warn('a warning', 'Thread-1');
    log.errorInFile('what the console is told in other words');
    await log.close();
    expect(written()).toMatch(/how it starts(.|\n)*\[error\] what the console/);
    expect(printed).toMatch(/^\d\d:\d\d:\d\d {2}the server\n\d\d:\d\d:\d\d {2}\[warning\] a warning\n$/);
  });

  it('starts a new file at the size that was set and keeps the former ones', async () => {
    const log = openLog({ ...settings(), max_size: 1_000 }, null);
    for (let line = 0; line < 100; line += 1) {
      log.info('x'.repeat(100));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await log.close();
    expect(readdirSync(join(folder, 'logs')).length).toBeGreaterThan(1);
    expect(readdirSync(join(folder, 'logs')).length).toBeLessThanOrEqual(3);
  });

  it('says so when the file cannot be opened', () => {
    writeFileSync(join(folder, 'logs'), 'a file, no folder');
    expect(() => openLog(settings(), null)).toThrow(LogFileError);
  });
});
