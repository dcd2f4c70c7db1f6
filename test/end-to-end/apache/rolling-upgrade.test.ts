import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseServer } from '../support/database-server.ts';
import { freePortRange } from '../support/free-port.ts';
import { http } from '../support/http-client.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import { buildNextVersion } from '../support/next-version.ts';
import { startPostgres } from '../support/postgres.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { BalancedLoad } from './balanced-load.ts';
import { generate } from './virtual-host.ts';

const NAME = 'flask-impots-withpgres';
/** The balancer asks every second who is there. */
const NOTICE_MS = 2_000;

const root = mkdtempSync(join(tmpdir(), 'tax-server-upgrade-'));
const nextVersion = join(root, 'next.cjs');
let httpd: Httpd;
let postgres: DatabaseServer;
let config: Record<string, unknown>;
let firstPort: number;
let servers: RunningServer[];
let load: BalancedLoad;

beforeAll(async () => {
  [httpd, postgres, firstPort] = await Promise.all([
    prepareHttpd(),
    startPostgres(),
    freePortRange(2),
    buildNextVersion(nextVersion),
  ]);
  const database = await postgres.createDatabase();
  config = { server: { mount_alias: '/impots' }, database, users: [ADMIN], language: 'en' };
  servers = await Promise.all([start(0), start(1)]);
  const [first] = servers as [RunningServer];
  await httpd.apply([generate(httpd, [first], '--server-name', NAME, '--balancer', '2')]);
  load = new BalancedLoad(httpd, NAME);
});

afterAll(async () => {
  load?.end();
  await Promise.all((servers ?? []).map((server) => server.stop()));
  await httpd?.stop();
  await postgres?.stop();
  rmSync(root, { recursive: true });
});

/** @param command this version, unless another is given */
function start(index: number, command?: readonly string[]): Promise<RunningServer> {
  const folder = join(root, String(index));
  mkdirSync(folder, { recursive: true });
  return startServer({ config, folder, port: firstPort + index, ...(command && { command }) });
}

async function replace(index: number, command?: readonly string[]): Promise<void> {
  expect(await servers[index]?.stop()).toBe(0);
  servers[index] = await start(index, command);
  await wait(NOTICE_MS);
}

const next = [process.execPath, nextVersion];
const versionOf = async (index: number) =>
  JSON.parse((await http(`http://127.0.0.1:${firstPort + index}/do/health`)).body).version;

it('upgrades one instance after the other without a failed request', async () => {
  const workers = await load.during('rolling upgrade of two', async () => {
    await replace(1, next);
    // This version, started anew on the tables of the next one, as after a failure.
    await replace(0);
    expect([await versionOf(0), await versionOf(1)]).toEqual([expect.stringMatching(/^\d/), 'next']);
    await wait(1_000);
    await replace(0, next);
  });
  expect(workers.flatMap(({ failures }) => failures)).toEqual([]);
  await load.expectNothingLost(workers);
  const log = readFileSync(join(root, '0/logs/tax-server.log'), 'utf8');
  expect(log).toContain('the tables are those of a newer tax-server');
});
