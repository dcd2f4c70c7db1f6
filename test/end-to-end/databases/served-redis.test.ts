import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionType } from '../../../src/model/sessions.ts';
import { servedSuites } from '../contract/served-suites.ts';
import { asList, ContractClient, readEnvelope } from '../support/contract-client.ts';
import { http } from '../support/http-client.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

/** Milliseconds after the return of Redis until requests are served. */
const RETURN_LIMIT = 5_000;
const poll = { timeout: 10_000, interval: 100 };
const fields = { marié: 'oui', enfants: '2', salaire: '55555' };

const inRedis = ({ settings: { host, port, password, database } }: RedisServer) => ({
  session: { store: 'redis' },
  redis: { host, port, password, database },
});

describe('the contract with sessions in Redis', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  servedSuites({ alias: '/impots', prefix: '/do', tokens: true }, (settings) =>
    startServer({ config: { ...settings, ...inRedis(redis) } }),
  );
});

describe('a server with sessions in Redis', () => {
  let redis: RedisServer;
  let mailbox: Mailbox;
  let config: Record<string, unknown>;
  let server: RunningServer;

  beforeAll(async () => {
    redis = await startRedis();
    mailbox = await startMailbox();
    config = {
      users: [ADMIN],
      admin_mail: {
        smtp_host: '127.0.0.1',
        smtp_port: mailbox.port,
        from: 'server@localhost.com',
        to: 'admin@localhost.com',
      },
      ...inRedis(redis),
    };
    server = await startServer({ config });
  });
  afterAll(async () => {
    await server?.stop();
    await mailbox?.close();
    await redis?.stop();
  });

  async function signedIn(type: SessionType): Promise<ContractClient> {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start(type);
    await client.login();
    return client;
  }

  it('answers 503 in the session’s own form while Redis is away, goes on by itself, and has lost nothing', async () => {
    const [json, xml, html] = [await signedIn('json'), await signedIn('xml'), await signedIn('html')];
    expect((await json.post('/calculer-impot', fields)).status).toBe(200);

    await redis.kill();
    await expect.poll(async () => (await json.post('/calculer-impot', fields)).status, poll).toBe(503);
    for (const program of [json, xml]) {
      const asked = performance.now();
      const reply = await program.get('/lister-simulations');
      expect(performance.now() - asked).toBeLessThan(2_000);
      expect(reply.status).toBe(503);
      expect(reply.headers['retry-after']).toMatch(/^\d+$/);
      const envelope = readEnvelope(reply);
      expect(envelope).toMatchObject({ action: 'lister-simulations', état: 131 });
      expect(asList(envelope.réponse)).toEqual([
        expect.stringMatching(/^le serveur Redis, qui garde les sessions/),
      ]);
    }
    const page = await html.get('/lister-simulations');
    expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    expect(page.headers['retry-after']).toMatch(/^\d+$/);
    expect(page.body).toContain('Le serveur Redis, qui garde les sessions');
    expect(page.body).not.toContain('base de données');
    const health = await http(`${server.origin}/do/health`);
    expect([health.status, JSON.parse(health.body)]).toMatchObject([
      503,
      {
        status: 'down',
        components: { database: { status: 'up' }, sessions: { status: 'down', store: 'redis' } },
      },
    ]);
    expect((await http(`${server.origin}/do/metrics`)).body).toContain(
      'tax_server_component_up{component="sessions"} 0',
    );
    await expect.poll(() => mailbox.bodies.length, poll).toBe(1);
    expect(mailbox.bodies[0]).toMatch(/\[sessions\] available → unavailable : The Redis server/);

    await redis.restart();
    const back = Date.now();
    const status = async () => (await http(`${server.origin}/do/health`)).status;
    await expect.poll(status, { timeout: RETURN_LIMIT, interval: 50 }).toBe(200);
    const list = readEnvelope(await json.get('/lister-simulations')).réponse;
    expect(Date.now() - back).toBeLessThan(RETURN_LIMIT);
    expect(list).toMatchObject([{ id: 1, salaire: 55555 }]);
    await expect.poll(() => mailbox.bodies.length, poll).toBe(2);
    expect(mailbox.bodies[1]).toContain('[sessions] unavailable → available');
  });

  it('starts again with the sessions that there were', async () => {
    const json = await signedIn('json');
    await json.post('/calculer-impot', fields);
    const { port, folder } = server;
    await server.kill();
    server = await startServer({ config, folder, port });
    expect(readEnvelope(await json.get('/lister-simulations')).réponse).toMatchObject([{ id: 1 }]);
  });

  it('listens before Redis is there, and serves as soon as it comes', async () => {
    await redis.kill();
    const early = await startServer({ awaitReady: false, config });
    try {
      const status = () =>
        http(`${early.origin}/do/init-session/json`).then(
          (reply) => reply.status,
          () => 0,
        );
      await expect.poll(status, poll).toBe(503);
      await redis.restart();
      await expect.poll(status, poll).toBe(200);
      expect(early.output()).toMatch(/^tax-server ready on /m);
    } finally {
      await early.stop();
    }
  });

  it('ends with exit code 2 and a reason when Redis does not come, or refuses', async () => {
    const database = { kind: 'sqlite', startup_timeout: 1 };
    for (const [wrong, reason] of [
      [{ port: 1 }, /127\.0\.0\.1:1 .*redis\.port/s],
      [{ password: 'wrong' }, /WRONGPASS.*redis\.password/s],
    ] as const) {
      const redisSettings = { ...(config.redis as object), ...wrong };
      const lost = await startServer({
        awaitReady: false,
        config: { ...config, admin_mail: null, database, redis: redisSettings },
      });
      expect(await lost.exitCode).toBe(2);
      expect(lost.output()).toMatch(reason);
      await lost.stop();
    }
  });
});
