import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { logOf } from '../support/server-log.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const BUNDLE = resolve('dist/tax-server.cjs');
const PASSWORD = 'a-password-typed-in-the-wrong-field';
const poll = { timeout: 10_000, interval: 100 };

type Entry = Readonly<Record<string, unknown>>;

function entriesOf({ folder }: RunningServer): Entry[] {
  const lines = readFileSync(join(folder, 'logs/audit.log'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Entry);
}

/** The entries of one event, once there are so many. */
async function entries(server: RunningServer, event: string, count: number): Promise<Entry[]> {
  const found = () => entriesOf(server).filter((entry) => entry.event === event);
  await expect.poll(() => found().length, poll).toBe(count);
  return found();
}

describe('the audit log', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ config: { users: [ADMIN] } });
  });
  afterAll(() => server?.stop());

  it('has starts, sign-ins with their outcome, and ends of sessions, each with its request', async () => {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    const refused = await client.login('admin', PASSWORD);
    await client.login(PASSWORD, PASSWORD);
    const accepted = await client.login();
    await client.get('/fin-session');
    expect(await entries(server, 'start', 1)).toMatchObject([{ outcome: 'done' }]);
    const at = { address: '127.0.0.1' };
    expect(await entries(server, 'sign-in', 3)).toMatchObject([
      { outcome: 'refused', user: 'admin', request: refused.headers['x-request-id'], ...at },
      { outcome: 'refused', user: null, ...at },
      { outcome: 'accepted', user: 'admin', request: accepted.headers['x-request-id'], ...at },
    ]);
    expect(await entries(server, 'session-end', 1)).toMatchObject([
      { outcome: 'done', user: 'admin', ...at },
    ]);
  });

  it('has the address in front of the proxy, and no line that a client made up', async () => {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    const fields = { user: 'admin', password: 'x"}\n{"event":"sign-in"' };
    await client.post('/authentifier-utilisateur', fields, {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    const [last] = (await entries(server, 'sign-in', 4)).slice(-1);
    expect(last).toMatchObject({ outcome: 'refused', address: '203.0.113.7' });
  });

  it('has the pauses after too many failures', async () => {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    const before = entriesOf(server).filter(({ outcome }) => outcome === 'paused').length;
    const tries = Array.from({ length: 12 }, () => client.login('admin', 'wrong'));
    await Promise.all(tries);
    await expect
      .poll(() => entriesOf(server).filter(({ outcome }) => outcome === 'paused').length, poll)
      .toBeGreaterThan(before);
  });

  it('lists no more than the first of many refusals, so that what was there before stays', async () => {
    const tries = Array.from({ length: 200 }, () =>
      fetch(`${server.origin}/do/metrics`, {
        headers: { authorization: 'Bearer wrong', 'x-forwarded-for': '203.0.113.8' },
      }),
    );
    expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([401]));
    await fetch(`${server.origin}/do/metrics`, {
      headers: { authorization: 'Bearer wrong', 'x-forwarded-for': '203.0.113.9' },
    });
    const of = (address: string) => entriesOf(server).filter((entry) => entry.address === address).length;
    await expect.poll(() => of('203.0.113.9'), poll).toBe(1);
    // Less than all, whatever the minute in which they came.
    expect(of('203.0.113.8')).toBeLessThanOrEqual(60);
  });

  it('has the import of a tax year, by the command and by the server that takes it over', async () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [BUNDLE, 'tax-years', ...args, '--config', 'config.yaml'], {
        cwd: server.folder,
        encoding: 'utf8',
        env: { ...process.env, USER: 'operator' },
      });
    expect(run('export', '2025', '--output', '2025.yaml').status).toBe(0);
    const imported = run('import', '2025.yaml');
    expect(imported.status, imported.stderr).toBe(0);
    expect(await entries(server, 'tax-year-import', 1)).toMatchObject([
      { outcome: 'done', user: 'operator', detail: '2025 from 2025.yaml, replaced' },
    ]);
    expect(await entries(server, 'tax-years-change', 1)).toMatchObject([{ outcome: 'done' }]);
  });

  it('never has a password, the id of a session or a link', () => {
    const text = readFileSync(join(server.folder, 'logs/audit.log'), 'utf8');
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toMatch(/tax_session|acces\//);
  });
});

describe('stops and starts', () => {
  it('are in the audit log, the failed ones with the reason', async () => {
    const first = await startServer({ config: { users: [ADMIN] } });
    const { folder, port } = first;
    await entries(first, 'start', 1);
    await first.kill();
    const second = await startServer({ folder, port, config: { users: [ADMIN] } });
    await second.stop();
    const failed = await startServer({
      folder,
      awaitReady: false,
      config: { users: [ADMIN], tax: { method: 'official', income_year: 1999 } },
    });
    expect(await failed.exitCode).toBe(1);
    const starts = entriesOf(second).map(({ event, outcome, detail }) => [event, outcome, String(detail)]);
    expect(starts).toEqual([
      ['start', 'done', expect.stringContaining(`http://127.0.0.1:${port}/do`)],
      ['start', 'done', expect.any(String)],
      ['stop', 'done', 'SIGTERM'],
      ['start', 'failed', expect.stringContaining('1999')],
    ]);
    await first.stop();
  });
});

describe('log.level', () => {
  it('follows the configuration file; issues and other changes are named', async () => {
    const server = await startServer({ config: { users: [ADMIN] } });
    const write = (text: string) =>
      writeFileSync(
        join(server.folder, 'config.yaml'),
        `server: {port: ${server.port}}\nusers:\n  - {login: admin, password_hash: "${ADMIN.password_hash}"}\n${text}`,
      );
    const requests = async () => (await logOf(server)).match(/requête : /g)?.length ?? 0;
    const ask = () => new ContractClient(`${server.origin}/do`, { tokens: false }).start('json');
    try {
      await ask();
      expect(await requests()).toBe(1);

      write('log: {level: warn}');
      await expect.poll(() => logOf(server), poll).toContain('log.level: info → warn');
      await ask();
      expect(await requests()).toBe(1);

      write('log: {level: loud}\nlanguage: xx');
      await expect.poll(() => logOf(server), poll).toMatch(/\[warning\] .*log\.level: loud/);
      expect((await logOf(server)).match(/log\.level: warn →/)).toBeNull();

      write('log: {level: debug}\nlanguage: en');
      await expect.poll(() => logOf(server), poll).toContain('log.level: warn → debug');
      expect(await logOf(server)).toMatch(/\[warning\] .*au prochain démarrage seulement : language$/m);
      await ask();
      expect(await requests()).toBe(2);
      expect(await entries(server, 'configuration-reload', 3)).toMatchObject([
        { outcome: 'done', detail: 'log.level: info → warn' },
        { outcome: 'refused', detail: '2 issues' },
        { outcome: 'done', detail: 'log.level: warn → debug' },
      ]);
    } finally {
      await server.stop();
    }
  });
});
