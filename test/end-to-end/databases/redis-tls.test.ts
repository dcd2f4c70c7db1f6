import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Certificate, makeCertificate } from '../support/certificates.ts';
import { ContractClient, readEnvelope } from '../support/contract-client.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';
import { logOf } from '../support/server-log.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const poll = { timeout: 30_000 };

describe('TLS to Redis', () => {
  let folder: string;
  let certificate: Certificate;
  let redis: RedisServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tax-server-redis-tls-'));
    certificate = makeCertificate(join(folder, 'good'), 'IP:127.0.0.1', 'DNS:localhost');
    redis = await startRedis({ tls: certificate });
    writeFileSync(join(folder, 'password'), `${redis.settings.password}\n`, { mode: 0o600 });
  });
  afterAll(async () => {
    await redis?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(change: object, options: { readonly awaitReady?: boolean } = {}): Promise<RunningServer> {
    const { host, port, database } = redis.settings;
    const reached = { host, port, database, password_file: join(folder, 'password') };
    return startServer({
      ...options,
      config: {
        users: [ADMIN],
        database: { kind: 'sqlite', startup_timeout: options.awaitReady === false ? 1 : 60 },
        session: { store: 'redis' },
        redis: { ...reached, ...change },
      },
    });
  }

  it.each(['127.0.0.1', 'localhost'])(
    'works with the authority that signed for %s, and a password from a file',
    async (host) => {
      const server = await start({ host, tls: { ca: certificate.ca } });
      try {
        const client = new ContractClient(`${server.origin}/do`, { tokens: false });
        await client.start('json');
        expect((await client.login()).status).toBe(200);
        await client.post('/calculer-impot', { marié: 'oui', enfants: '2', salaire: '55555' });
        expect(readEnvelope(await client.get('/lister-simulations')).réponse).toMatchObject([{ id: 1 }]);
        expect(`${await logOf(server)}${server.output()}`).not.toContain(redis.settings.password);
      } finally {
        await server.stop();
      }
    },
  );

  it('comes back by itself after an outage', async () => {
    const server = await start({ tls: { ca: certificate.ca } });
    const status = async () =>
      (await new ContractClient(`${server.origin}/do`, { tokens: false }).start('json')).status;
    try {
      await redis.kill();
      await expect.poll(status, poll).toBe(503);
      await redis.restart();
      await expect.poll(status, poll).toBe(200);
    } finally {
      await server.stop();
    }
  });

  it.each([
    ['no TLS', () => ({ tls: false }), /Redis server 127\.0\.0\.1:\d+ (cut the connection|does not answer)/],
    [
      'authorities that are not ours',
      () => ({ tls: true }),
      /not signed by a known authority\. Set redis\.tls\.ca/,
    ],
    [
      'another authority',
      () => ({ tls: { ca: makeCertificate(join(folder, 'other'), 'IP:127.0.0.1').ca } }),
      /not trusted: its certificate is not signed by a known authority/,
    ],
  ])('ends the start with %s, and says why', async (_, change, reason) => {
    const server = await start(change(), { awaitReady: false });
    expect(await server.exitCode).toBe(2);
    expect(server.output()).toMatch(reason);
    expect(server.output()).not.toContain(redis.settings.password);
    await server.stop();
  });

  it('refuses the certificate of another host', async () => {
    const other = makeCertificate(join(folder, 'elsewhere'), 'DNS:redis.example');
    const elsewhere = await startRedis({ tls: other });
    try {
      const server = await start(
        { port: elsewhere.settings.port, tls: { ca: other.ca } },
        { awaitReady: false },
      );
      expect(await server.exitCode).toBe(2);
      expect(server.output()).toMatch(/certificate is for another host/);
      await server.stop();
    } finally {
      await elsewhere.stop();
    }
  });
});
