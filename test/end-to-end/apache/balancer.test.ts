import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FileVisitor } from '../files/file-visitor.ts';
import type { ContractClient } from '../support/contract-client.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { freePortRange } from '../support/free-port.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import { startPostgres } from '../support/postgres.ts';
import { ADMIN, EARLIER_APPLICATION, type RunningServer, startServer } from '../support/tax-server.ts';
import { clientOf, generate } from './virtual-host.ts';

const NAME = 'flask-impots-withpgres';
const INSTANCES = 3;
const SESSIONS = 6;

/** One program: a session of its own, one calculation after the other. */
interface Worker {
  readonly client: ContractClient;
  /** The ids of the simulations that it was answered. */
  readonly ids: number[];
  /** Status and beginning of every answer that was not the calculation. */
  readonly failures: string[];
}

describe('three instances behind one name', () => {
  let httpd: Httpd;
  let postgres: DatabaseServer;
  let servers: RunningServer[];
  let config: Record<string, unknown>;
  let firstPort: number;
  const root = mkdtempSync(join(tmpdir(), 'tax-server-balancer-'));
  const agent = new Agent({ keepAlive: true });

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
  });
  afterAll(async () => {
    agent.destroy();
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

  async function signedIn(): Promise<Worker> {
    const client = clientOf(httpd, 'http', NAME, '/impots/do');
    expect((await client.start('json')).status).toBe(200);
    expect((await client.login()).status).toBe(200);
    return { client, ids: [], failures: [] };
  }

  /** Keeps every session calculating until `during` is over, then looks for what was lost. */
  async function underLoad(what: string, during: () => Promise<void>): Promise<readonly Worker[]> {
    const workers = await Promise.all(Array.from({ length: SESSIONS }, signedIn));
    let isOver = false;
    const work = Promise.all(
      workers.map(async (worker) => {
        while (!isOver) await calculate(worker);
      }),
    );
    await wait(1_000);
    await during();
    isOver = true;
    await work;
    const answered = workers.flatMap(({ ids }) => ids).length;
    const failed = workers.flatMap(({ failures }) => failures);
    console.log(
      `${what}: ${answered} calculations answered, ${failed.length} failed ${[...new Set(failed)].join(' | ')}`,
    );
    expect(answered).toBeGreaterThan(100);
    return workers;
  }

  async function calculate({ client, ids, failures }: Worker): Promise<void> {
    const { status, body } = await post(client);
    if (status === 200) ids.push(JSON.parse(body).réponse.id);
    else failures.push(`${status} ${body.slice(0, 60)}`);
  }

  /** Over kept connections, as a busy program does. */
  function post(client: ContractClient): Promise<{ status: number; body: string }> {
    return new Promise((resolve) => {
      const { host, pathname } = new URL(`${client.baseUrl}/calculer-impot`);
      const headers = {
        host,
        cookie: client.cookieHeader(),
        'content-type': 'application/x-www-form-urlencoded',
      };
      const options = {
        agent,
        host: '127.0.0.1',
        port: httpd.httpPort,
        method: 'POST',
        path: pathname,
        headers,
      };
      const req = request(options, (res) => {
        let body = '';
        res.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        res.on('end', () => resolve({ status: res.statusCode ?? 0, body }));
      });
      req.on('error', (error) => resolve({ status: 0, body: String(error) }));
      req.end('mari%C3%A9=oui&enfants=2&salaire=55555');
    });
  }

  async function expectNothingLost(workers: readonly Worker[]): Promise<void> {
    for (const { client, ids } of workers) {
      const { réponse } = client.read(await client.get('/lister-simulations'));
      const kept = new Set((réponse as { id: number }[]).map(({ id }) => id));
      expect(ids.filter((id) => !kept.has(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    }
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
    const workers = await underLoad('undisturbed', () => wait(1_000));
    expect(workers.flatMap(({ failures }) => failures)).toEqual([]);
    await expectNothingLost(workers);
    // A line of the log waits for others for a moment.
    await vi.waitFor(() => expect(workedOn()).toBe(INSTANCES), 10_000);
  });

  it('goes on when one is killed: at most what reaches it while it dies fails', async () => {
    const workers = await underLoad('kill -9 of one of three', async () => {
      await servers[0]?.kill();
      await wait(3_000);
    });
    await restart(0);
    const failures = workers.flatMap(({ failures }) => failures);
    expect(failures.length).toBeLessThanOrEqual(SESSIONS);
    // A dying process closes its sockets one by one: the request that follows at once may still reach it.
    for (const { failures } of workers) expect(failures.length).toBeLessThanOrEqual(2);
    await expectNothingLost(workers);
  });

  it('restarts one after the other without a failed request', async () => {
    const workers = await underLoad('rolling restart of three', async () => {
      for (const index of servers.keys()) {
        expect(await servers[index]?.stop()).toBe(0);
        await restart(index);
        // The balancer asks every second.
        await wait(2_000);
      }
    });
    expect(workers.flatMap(({ failures }) => failures)).toEqual([]);
    await expectNothingLost(workers);
  });

  it('answers its own 503 while the database is away, and serves again when it is back', async () => {
    const { client } = await signedIn();
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
