import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const BUNDLE = resolve('dist/tax-server.cjs');

/** The commands that work on the database of a server that runs. */
describe('tax-years and backup beside a running server', () => {
  let server: RunningServer;
  let outside: string;

  beforeAll(async () => {
    outside = mkdtempSync(join(tmpdir(), 'tax-server-cli-'));
    server = await startServer({ config: { users: [ADMIN] } });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(outside, { recursive: true });
  });

  function command(...args: string[]) {
    const config = ['--config', join(server.folder, 'config.yaml')];
    const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, ...args, ...config], {
      cwd: outside,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_US.UTF-8' },
    });
    return { status, stdout, stderr };
  }

  async function signedIn(): Promise<ContractClient> {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    await client.login();
    return client;
  }

  it('lists the years that came with the program', () => {
    const { status, stdout } = command('tax-years', 'list');
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe('2018  official, legacy');
    expect(stdout.trim().split('\n')).toHaveLength(8);
  });

  it.each([
    [['tax-years', 'import', 'any.yaml', '--year', 'abc'], '--year abc: an income year like 2025'],
    [['tax-years', 'list', '--year', '2025'], '--year is not for tax-years list'],
    [['tax-years', 'import', 'any.yaml', '--output', 'other.yaml'], '--output is not for tax-years import'],
  ])('refuses %j', (args, reason) => {
    const { status, stderr } = command(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(reason);
  });

  it('hands a new year to the running server', async () => {
    const client = await signedIn();
    const fields = { marié: 'oui', enfants: '2', salaire: '55555', année: '2031' };
    expect((await client.post('/calculer-impot', fields)).status).toBe(400);

    const { stdout } = command('tax-years', 'export', '2025');
    const file = join(outside, '2031.yaml');
    writeFileSync(
      file,
      stdout.replace('incomeYear: 2025', 'incomeYear: 2031').replace('from: 2026-', 'from: 2032-'),
    );
    expect(command('tax-years', 'import', '2031.yaml')).toMatchObject({ status: 0 });

    let status = 400;
    for (let second = 0; second < 30 && status !== 200; second += 1) {
      await wait(1000);
      status = (await client.post('/calculer-impot', fields)).status;
    }
    expect(status).toBe(200);
  });

  it('names every issue of a file and changes nothing', () => {
    const before = command('tax-years', 'list').stdout;
    writeFileSync(join(outside, 'bad.yaml'), 'incomeYear: x\nbrackets: []\n');
    const { status, stderr } = command('tax-years', 'import', 'bad.yaml');
    expect(status).toBe(1);
    expect(stderr).toContain('bad.yaml, line 1, column 13 · incomeYear: x');
    expect(stderr).toContain('decote');
    expect(command('tax-years', 'list').stdout).toBe(before);
  });

  it.each([
    [['tax-years', 'export', '1999'], /1999 is not known\. Known years: 2018/],
    [['tax-years', 'import', 'missing.yaml'], /missing\.yaml: it does not exist/],
    [['tax-years', 'paint'], /tax-years list\n/],
    [['backup'], /backup FILE/],
  ])('explains %j', (args, message) => {
    const { status, stderr } = command(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
  });

  it('backs the database up while the server runs, and starts from the copy', async () => {
    const client = await signedIn();
    await client.post('/calculer-impot', { marié: 'non', enfants: '0', salaire: '50000' });
    expect(command('backup', 'copy.db')).toMatchObject({ status: 0 });
    expect(command('backup', 'copy.db')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('exists already'),
    });
    expect(existsSync(join(outside, 'copy.db.unfinished'))).toBe(false);
    expect(readFileSync(join(outside, 'copy.db')).subarray(0, 15).toString()).toBe('SQLite format 3');

    const folder = mkdtempSync(join(outside, 'restored-'));
    writeFileSync(join(folder, 'tax-server.db'), readFileSync(join(outside, 'copy.db')));
    const restored = await startServer({ folder, config: { users: [ADMIN] } });
    try {
      const again = new ContractClient(`${restored.origin}/do`, { tokens: false });
      const reply = await again.send('/lister-simulations', { headers: { cookie: client.cookieHeader() } });
      expect(JSON.parse(reply.body).réponse).toMatchObject([{ salaire: 50000 }]);
    } finally {
      await restored.stop();
    }
  });
});
