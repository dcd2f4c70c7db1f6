import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractClient, readEnvelope } from '../support/contract-client.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { type Pgbouncer, type PoolMode, startPgbouncer } from '../support/pgbouncer.ts';
import { startPostgres } from '../support/postgres.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const CLIENTS = 20;
const REQUESTS = 10;
const modes: readonly PoolMode[] = ['session', 'transaction'];

describe('behind PgBouncer', () => {
  let postgres: DatabaseServer;

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());

  // PgBouncer lends fewer connections than database.pool_size asks for (10).
  describe.each(modes)('in the mode %s', (mode) => {
    let pgbouncer: Pgbouncer;
    let server: RunningServer;

    beforeAll(async () => {
      pgbouncer = await startPgbouncer(await postgres.createDatabase(), mode, mode === 'session' ? 10 : 3);
      server = await startServer({ config: { database: pgbouncer.settings, users: [ADMIN] } });
    });
    afterAll(async () => {
      await server?.stop();
      await pgbouncer?.stop();
    });

    async function calculateAndList(): Promise<number[]> {
      const client = new ContractClient(`${server.origin}/do`, { tokens: false });
      await client.start('json');
      await client.login();
      const statuses: number[] = [];
      for (let request = 0; request < REQUESTS; request++) {
        const salaire = String(50_000 + request);
        const reply = await client.post('/calculer-impot', { marié: 'oui', enfants: '2', salaire });
        statuses.push(reply.status);
      }
      expect(readEnvelope(await client.get('/lister-simulations')).réponse).toHaveLength(REQUESTS);
      return statuses;
    }

    it('all of 200 requests of 20 parallel clients are answered', async () => {
      const statuses = await Promise.all(Array.from({ length: CLIENTS }, calculateAndList));
      expect(statuses.flat()).toEqual(Array(CLIENTS * REQUESTS).fill(200));
      expect(server.output()).not.toContain('→ unavailable');
    });
  });
});
