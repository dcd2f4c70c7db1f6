import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FileVisitor } from '../files/file-visitor.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { freePortRange } from '../support/free-port.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import { startPostgres } from '../support/postgres.ts';
import { ADMIN, EARLIER_APPLICATION, type RunningServer, startServer } from '../support/tax-server.ts';
import { BalancedLoad, SESSIONS } from './balanced-load.ts';
import { clientOf, generate } from './virtual-host.ts';

const NAME = 'flask-impots-withpgres';
const INSTANCES = 3;

describe('three instances behind one name', () => {
  let httpd: Httpd;
  let postgres: DatabaseServer;
  let servers: RunningServer[];
  let config: Record<string, unknown>;
  let firstPort: number;
  let load: BalancedLoad;
  const root = mkdtempSync(join(tmpdir(), 'tax-server-balancer-'));

  beforeAll(async () => {
    [httpd, postgres, firstPort] = await Promise.all([
      prepareHttpd(),
      startPostgres(),
      freePortRange(INSTANCES),
    ]);
    config = {
      server: { mount_alias: '/impots' },
      database: await postgres.createDatabase(),
      tax: EARLIER_APPLICATION,
      users: [ADMIN],
    };
    servers = await Promise.all(Array.from({ length: INSTANCES }, (_, index) => start(index)));
    const [first] = servers;
    if (!first) throw new Error('no server');
    await httpd.apply([generate(httpd, [first], '--server-name', NAME, '--balancer', String(INSTANCES))]);
    load = new BalancedLoad(httpd, NAME);
  });
  afterAll(async () => {
    load?.end();
    await Promise.all((servers ?? []).map((server) => server.stop()));
    await httpd?.stop();
    await postgres?.stop();
    rmSync(root, { recursive: true });
  });

  function start(index: number): Promise<RunningServer> {
    const folder = join(root, String(index));
    mkdirSync(folder, { recursive: true });
    return startServer({ config, folder, port: firstPort + index });
  }

  async function restart(index: number): Promise<void> {
    servers[index] = await start(index);
  }

  /** The instances that calculated, by their logs. */
  const workedOn = () =>
    servers.filter(({ folder }) =>
      readFileSync(join(folder, 'logs/tax-server.log'), 'utf8').includes('"action":"calculer-impot"'),
    ).length;

  it('keeps who sends files of households with the instance that has them', async () => {
    const visitors = await Promise.all(
      Array.from({ length: SESSIONS }, () =>
        FileVisitor.signedInBy(clientOf(httpd, 'http', NAME, '/impots/do')),
      ),
    );
    await Promise.all(
      visitors.map(async (visitor) => {
        await visitor.read('/fichiers');
        expect(visitor.client.cookieNames()).toContain('tax_route');
        const { id, words } = await visitor.calculate('marié;enfants;salaire\noui;2;55555\n');
        expect(words).toContain('1 foyer calculé');
        for (let i = 0; i < 2 * INSTANCES; i++)
          expect((await visitor.read(`/fichier/${id}`)).status).toBe(200);
      }),
    );
  });

  it('shares the work and the sessions between the instances', async () => {
    const workers = await load.during('undisturbed', () => wait(1_000));
    expect(workers.flatMap(({ failures }) => failures)).toEqual([]);
    await load.expectNothingLost(workers);
    // A line of the log waits for others for a moment.
    await vi.waitFor(() => expect(workedOn()).toBe(INSTANCES), 10_000);
  });

  it('goes on when one is killed: at most what reaches it while it dies fails', async () => {
    const workers = await load.during('kill -9 of one of three', async () => {
      await servers[0]?.kill();
      await wait(3_000);
    });
    await restart(0);
    const failures = workers.flatMap(({ failures }) => failures);
    expect(failures.length).toBeLessThanOrEqual(SESSIONS);
    // A dying process closes its sockets one by one: the request that follows at once may still reach it.
    for (const { failures } of workers) expect(failures.length).toBeLessThanOrEqual(2);
    await load.expectNothingLost(workers);
  });

  it('restarts one after the other without a failed request', async () => {
    const workers = await load.during('rolling restart of three', async () => {
      for (const index of servers.keys()) {
        expect(await servers[index]?.stop()).toBe(0);
        await restart(index);
        // The balancer asks every second.
        await wait(2_000);
      }
    });
    expect(workers.flatMap(({ failures }) => failures)).toEqual([]);
    await load.expectNothingLost(workers);
  });

  it('answers its own 503 while the database is away, and serves again when it is back', async () => {
    const { client } = await load.signedIn();
    await postgres.kill();
    await wait(2_500);
    const refused = await client.get('/lister-simulations');
    expect(refused.status).toBe(503);
    expect(refused.headers['content-type']).toBe('application/json; charset=utf-8');
    await postgres.restart();
    await expect
      .poll(async () => (await client.get('/lister-simulations')).status, { timeout: 15_000 })
      .toBe(200);
  });

  it('shows the page of the virtual host when no instance is left', async () => {
    await Promise.all(servers.map((server) => server.kill()));
    const { status, body } = await clientOf(httpd, 'http', NAME, '/impots/do').send('/');
    expect(status).toBe(503);
    expect(body).toContain('Service momentan&eacute;ment indisponible');
    expect(body).toContain('Service unavailable for a moment');
    await Promise.all(servers.map((_, index) => restart(index)));
    const entry = async () => (await clientOf(httpd, 'http', NAME, '/impots/do').send('/')).status;
    await expect.poll(entry, { timeout: 10_000 }).toBe(302);
  });
});
