import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_SIMULATIONS } from '../../../src/model/sessions.ts';
import { ContractClient, readTriple } from '../support/contract-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const PER_REQUEST = 10_000;
const FULL = new RegExp(`une session garde au plus ${MOST_SIMULATIONS} simulations, celles supprimées`);
const fields = { marié: 'oui', enfants: '2', salaire: '55555' };
const households = (count: number) =>
  JSON.stringify(Array.from({ length: count }, () => ({ ...fields, enfants: 2, salaire: 55_555 })));

let server: RunningServer;
let client: ContractClient;

beforeAll(async () => {
  server = await startServer({ config: { users: [ADMIN] } });
  client = new ContractClient(`${server.origin}/do`, { tokens: false });
  await client.start('json');
  await client.login();
  const some = households(PER_REQUEST);
  for (let kept = PER_REQUEST; kept < MOST_SIMULATIONS; kept += PER_REQUEST)
    await client.postJson('/calculer-impots', some);
  await client.postJson('/calculer-impots', households(PER_REQUEST - 1));
});
afterAll(() => server.stop());

it('refuses what a session has no room for, and keeps nothing of it', async () => {
  const refused = await client.postJson('/calculer-impots', households(2));
  expect(refused.status).toBe(400);
  expect(readTriple(refused)).toEqual({
    action: 'calculer-impots',
    état: 1501,
    réponse: [expect.stringMatching(FULL)],
  });
  const last = readTriple(await client.post('/calculer-impot', fields));
  expect(last.réponse).toMatchObject({ id: MOST_SIMULATIONS });
  expect(readTriple(await client.post('/calculer-impot', fields))).toMatchObject({
    état: 301,
    réponse: [expect.stringMatching(FULL)],
  });
  expect(readTriple(await client.post('/calculer-impot-detaille', { situation: 'marié' }))).toMatchObject({
    état: 1601,
    réponse: [expect.stringMatching(FULL)],
  });
});

it('says it on the form of a person', async () => {
  await client.send('/init-session/html');
  const asPerson = { headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'same-origin' } };
  const { reply } = await client.follow(await client.post('/calculer-impot', fields, asPerson));
  expect(reply.status).toBe(200);
  expect(reply.body).toMatch(/au plus 100000 simulations/);
});
