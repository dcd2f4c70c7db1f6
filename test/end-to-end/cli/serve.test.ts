import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { http } from '../support/http-client.ts';
import { startServer } from '../support/tax-server.ts';

const BUNDLE = resolve('dist/tax-server.cjs');

/** How the command starts, fails and ends. */
describe('tax-server', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tax-server-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function tax(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' },
      timeout: 20_000,
    });
    return { status, stdout, stderr };
  }
  const config = (text: string) => writeFileSync(join(folder, 'config.yaml'), text, { mode: 0o600 });

  it('says its version and its commands', () => {
    expect(tax('--version')).toMatchObject({ status: 0, stdout: '1.0.0\n' });
    const { status, stdout } = tax('--help');
    expect(status).toBe(0);
    for (const command of ['serve', 'init', 'check-config', 'hash-password', 'tax-years', 'backup']) {
      expect(stdout).toContain(`tax-server ${command === 'serve' ? '[serve]' : command}`);
    }
  });

  it.each([
    [['frobnicate'], /unknown command: frobnicate/],
    [['constructor'], /unknown command: constructor/],
    [['chek-config'], /unknown command: chek-config; did you mean check-config\?/],
    [['serve', '--colour'], /unknown option: --colour; .*\n.*\n.*serve --help/],
    [['--prot', '5000'], /unknown option: --prot; did you mean --port\?/],
    [['--port', 'many'], /--port many: a whole number from 0 to 65535/],
  ])('explains %j with exit code 1', (args, message) => {
    const { status, stderr } = tax(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
  });

  it('names every issue of the configuration at once, with exit code 1', () => {
    config('server:\n  port: 80800\n  url_prefix: do\nlanguag: en\n');
    for (const args of [['check-config'], ['serve', '--no-open', '--no-pause']]) {
      const { status, stderr } = tax(...args);
      expect(status).toBe(1);
      expect(stderr).toMatch(/config\.yaml, line 2, column 9 · server\.port: 80800/);
      expect(stderr).toMatch(/config\.yaml, line 3, column 15 · server\.url_prefix: do/);
      expect(stderr).toMatch(/Did you mean language\?/);
    }
  });

  it('says who might hold a port that is taken, with exit code 1', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    try {
      const { status, stderr } = tax('serve', '--port', String(port), '--no-open', '--no-pause');
      expect(status).toBe(1);
      expect(stderr).toContain(String(port));
      expect(stderr).toMatch(/server\.port/);
      expect(stderr).toMatch(/ss -ltnp/);
    } finally {
      other.close();
    }
  });

  it.each([
    ['a log file that cannot be opened', 'log: { file: config.yaml/x.log }\n', 1, /log\.file/],
    ['an income year that is not there', 'tax: { income_year: 1999 }\n', 1, /1999/],
    [
      'a foreign file as the database',
      'database: { file: config.yaml }\n',
      2,
      /not a database|MyException\[27/,
    ],
  ])('ends at %s', (_what, text, exitCode, message) => {
    config(text);
    const { status, stdout, stderr } = tax('serve', '--port', '0', '--no-open', '--no-pause');
    expect(stderr).toMatch(message);
    expect(stdout, 'what is said twice').not.toMatch(message);
    expect(status).toBe(exitCode);
  });

  it('gives a database that does not answer its time, then ends with exit code 2', async () => {
    config(
      `database: { kind: postgres, name: a, user: b, password: c, port: ${await freePort()}, startup_timeout: 1 }\n`,
    );
    const { status, stdout, stderr } = tax('serve', '--port', '0', '--no-open', '--no-pause');
    expect(status).toBe(2);
    expect(stderr).toMatch(/MyException\[27, /);
    expect(stdout).not.toContain('ready on');
  });

  it('checks a configuration without opening what it names', async () => {
    config(
      `database: { kind: mysql, name: a, user: b, password: c, port: ${await freePort()} }\nlog: { file: own/tax.log }\n`,
    );
    expect(tax('check-config')).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(folder)).toEqual(['config.yaml']);
  });

  it('starts without any file, and says where it listens, what it uses and how to sign in', async () => {
    const child = spawn(process.execPath, [BUNDLE, '--port', '0', '--no-open', '--no-pause'], {
      cwd: folder,
      env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let printed = '';
      for await (const chunk of child.stdout) {
        printed += chunk;
        if (printed.includes('ready on')) break;
      }
      const [, origin] = /^tax-server ready on (http:\/\/127\.0\.0\.1:[1-9]\d*)\/do$/m.exec(printed) ?? [];
      expect((await http(`${origin}/do/health`)).status).toBe(200);
      for (const part of [
        join(folder, 'tax-server.db'),
        join(folder, 'logs/tax-server.log'),
        `${origin}/do/acces/`,
      ])
        expect(printed).toContain(part);
    } finally {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    }
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('finishes and answers 0 on %s', async (signal) => {
    const server = await startServer({ folder });
    expect((await http(`${server.origin}/do/health`)).status).toBe(200);
    server.process.kill(signal);
    expect(await server.exitCode).toBe(0);
  });
});
