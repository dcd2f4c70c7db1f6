import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractClient, readEnvelope } from '../support/contract-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const FLOOD = 3_000;
const fields = { marié: 'oui', enfants: '2', salaire: '55555' };

/** Where the sessions of the server under test are kept. */
export interface StoreUnderFlood {
  /** What the configuration says of it. */
  readonly config: Record<string, unknown>;
  /** The sessions that it holds: rows, or keys in all. */
  count(server: RunningServer): Promise<number>;
  close?(): Promise<void>;
}

/** Whoever has not signed in costs a store nothing, however often they come. */
export function describeStrangers(name: string, open: () => Promise<StoreUnderFlood>): void {
  describe.each([false, true])(`strangers, ${name}, csrf_token: %s`, (csrf_token) => {
    let store: StoreUnderFlood;
    let server: RunningServer;
    const folder = mkdtempSync(join(tmpdir(), 'tax-server-strangers-'));
    const start = (port?: number) =>
      startServer({
        folder,
        ...(port !== undefined && { port }),
        config: { users: [ADMIN], csrf_token, ...store.config },
      });

    beforeAll(async () => {
      store = await open();
      server = await start();
    });
    afterAll(async () => {
      await server?.stop();
      await store?.close?.();
      rmSync(folder, { recursive: true });
    });

    async function started(type: 'json' | 'xml' = 'json'): Promise<ContractClient> {
      const client = new ContractClient(`${server.origin}/do`, { tokens: csrf_token });
      client.read(await client.start(type));
      return client;
    }

    /** Every address at which a stranger begins a session. */
    async function flood(): Promise<void> {
      const start = csrf_token ? '/do/init-session-without-csrftoken/json' : '/do/init-session/json';
      const token = csrf_token ? '/none' : '';
      const person = { 'sec-fetch-mode': 'navigate', accept: 'text/html' };
      const { non2xx, errors, ...counted } = await autocannon({
        url: server.origin,
        connections: 20,
        amount: FLOOD,
        requests: [
          { path: start },
          { path: '/do/' },
          { path: `/do/init-session/html${token}` },
          { path: `/do/lister-simulations${token}` },
          { path: `/do/afficher-vue-calcul-impot${token}`, headers: person },
          { path: '/do/acces/none' },
        ],
      });
      expect([errors, non2xx + counted['2xx']]).toEqual([0, FLOOD]);
    }

    it('leave it as it is, and who is signed in goes on calculating', async () => {
      const client = await started();
      client.read(await client.login());
      const before = await store.count(server);
      const calculate = async () => client.read(await client.post('/calculer-impot', fields)).état;
      expect(await calculate()).toBe(300);
      const after = await store.count(server);
      const flooded = flood();
      for (let i = 0; i < 20; i++) expect(await calculate()).toBe(300);
      await flooded;
      expect(await store.count(server)).toBe(after);
      expect(await calculate()).toBe(300);
      expect(client.read(await client.get('/fin-session')).état).toBe(400);
      expect(await store.count(server)).toBeLessThan(before);
    });

    it('are no users before they sign in, and nobody’s when they send the former cookie again', async () => {
      const client = await started();
      const before = client.cookieHeader();
      const list = () => client.send(client.tokened('/lister-simulations'), { headers: { cookie: before } });
      expect(readEnvelope(await list()).état).toBe(101);
      expect(client.read(await client.login()).état).toBe(200);
      expect(readEnvelope(await list()).état).toBe(101);
      expect(readEnvelope(await client.get('/lister-simulations')).état).toBe(500);
    });

    it('may sign in with the token of before, at a server that has started since', async () => {
      const client = await started('xml');
      const { port } = server;
      await server.kill();
      server = await start(port);
      expect(client.read(await client.login()).état).toBe(200);
      expect(client.read(await client.post('/calculer-impot', fields)).état).toBe(300);
    });
  });
}
