import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CalculationLoad } from '../support/calculation-load.ts';
import { ContractClient } from '../support/contract-client.ts';
import { type ReplicatedDatabase, replicatedDatabases } from '../support/standbys.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

/** Milliseconds after the standby's promotion until requests are served. */
const RETURN_LIMIT = 5_000;
const CLIENTS = 4;
const poll = { timeout: 10_000, interval: 50 };

describe.each(replicatedDatabases)('a database with a standby ($name)', ({ name, start }) => {
  let database: ReplicatedDatabase;
  let server: RunningServer;

  beforeAll(async () => {
    database = await start();
    server = await startServer({ config: { database: database.settings, users: [ADMIN], language: 'en' } });
  });
  afterAll(async () => {
    await server?.stop();
    await database?.stop();
  });

  async function signedIn(): Promise<ContractClient> {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    await client.login();
    return client;
  }

  it('uses the host that accepts writes, follows it when the primary dies, and loses nothing', async () => {
    const load = new CalculationLoad(await Promise.all(Array.from({ length: CLIENTS }, signedIn)));
    const { counts } = load;
    await expect.poll(() => counts.answered, poll).toBeGreaterThan(50);

    await database.killPrimary();
    await expect.poll(() => counts.refused, poll).toBeGreaterThan(0);
    await database.promote();
    const before = counts.answered;
    await expect.poll(() => counts.answered, { timeout: RETURN_LIMIT, interval: 20 }).toBeGreaterThan(before);
    await expect.poll(() => counts.answered, poll).toBeGreaterThan(before + 50);

    const lost = await load.lost();
    console.log(
      `${name}: asked ${counts.asked}, answered ${counts.answered}, refused ${counts.refused}, lost ${lost}`,
    );
    expect(counts.others).toEqual([]);
    expect(lost).toEqual(lost.map(() => 0));
  });
});

it.each(replicatedDatabases)(
  'follows a switch of roles between two servers that live ($name)',
  async ({ start }) => {
    const database = await start();
    try {
      const server = await startServer({ config: { database: database.settings, users: [ADMIN] } });
      try {
        const client = new ContractClient(`${server.origin}/do`, { tokens: false });
        await client.start('json');
        await client.login();
        const calculate = async () =>
          (await client.post('/calculer-impot', { marié: 'non', enfants: '0', salaire: '30000' })).status;
        expect(await calculate()).toBe(200);
        await database.demotePrimary();
        await expect.poll(calculate, poll).toBe(503);
        await database.promote();
        await expect.poll(calculate, { timeout: RETURN_LIMIT, interval: 50 }).toBe(200);
      } finally {
        await server.stop();
      }
    } finally {
      await database.stop();
    }
  },
);
