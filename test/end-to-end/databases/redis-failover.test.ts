import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CalculationLoad } from '../support/calculation-load.ts';
import { ContractClient } from '../support/contract-client.ts';
import { type RedisGroup, startCluster, startSentinels } from '../support/redis-groups.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

/** Sessions, enough to be on every node of the cluster. */
const CLIENTS = 12;
const poll = { timeout: 20_000, interval: 50 };

describe.each([
  { name: 'sentinels', start: startSentinels },
  { name: 'a cluster', start: startCluster },
])('sessions in Redis behind $name', ({ name, start }) => {
  let redis: RedisGroup;
  let server: RunningServer;

  beforeAll(async () => {
    redis = await start();
    server = await startServer({
      config: { session: { store: 'redis' }, redis: redis.settings, users: [ADMIN], language: 'en' },
    });
  });
  afterAll(async () => {
    await server?.stop();
    await redis?.stop();
  });

  async function signedIn(): Promise<ContractClient> {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    await client.login();
    return client;
  }

  /** The answers to as many new sign-ins, which may be on any node. */
  const newSignIns = () =>
    Promise.all(
      Array.from(
        { length: CLIENTS },
        async () => (await (await signedIn()).get('/lister-simulations')).status,
      ),
    );

  it('are kept, also when a primary dies and another node takes over', async () => {
    const load = new CalculationLoad(await Promise.all(Array.from({ length: CLIENTS }, signedIn)));
    const { counts } = load;
    await expect.poll(() => counts.answered, poll).toBeGreaterThan(100);

    const answered = load.answeredOfEach();
    await redis.replicated();
    await redis.killPrimary();
    const mayBeLost = load.answeredOfEach().map((count, index) => count - (answered[index] ?? 0) + 1);
    await expect.poll(() => counts.refused, poll).toBeGreaterThan(0);
    // Nobody is refused any more.
    await expect.poll(async () => new Set(await newSignIns()), poll).toEqual(new Set([200]));
    const before = load.answeredOfEach();
    const waiting = () => load.answeredOfEach().filter((count, index) => count === before[index]);
    await expect
      .poll(() => ({ waiting: waiting(), others: counts.others.slice(0, 1) }), poll)
      .toEqual({ waiting: [], others: [] });

    const lost = await load.lost();
    console.log(
      `${name}: asked ${counts.asked}, answered ${counts.answered}, refused ${counts.refused}, lost ${lost}`,
    );
    expect(counts.others).toEqual([]);
    // Redis acknowledges what the replica has not got yet, in each session one more than was answered until the end.
    expect(lost.filter((count, index) => count > (mayBeLost[index] ?? 0))).toEqual([]);
  });
});
