import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_SIMULATIONS } from '../../../src/model/sessions.ts';
import { ContractClient, readEnvelope } from '../support/contract-client.ts';
import { openSocket } from '../support/raw-http.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const SMALL_HEAP = [process.execPath, '--max-old-space-size=128', resolve('dist/tax-server.cjs')];
/** Beyond what keeping the simulations took. */
const MAX_GROWTH_KB = 150_000;
const PER_REQUEST = 10_000;
const FULL = new RegExp(`une session garde au plus ${MOST_SIMULATIONS} simulations, celles supprimées`);
const asPerson = { headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'same-origin' } };
const fields = { marié: 'oui', enfants: '2', salaire: '55555' };
const households = (count: number) =>
  JSON.stringify(Array.from({ length: count }, () => ({ ...fields, enfants: 2, salaire: 55_555 })));

let server: RunningServer;
let client: ContractClient;

beforeAll(async () => {
  server = await startServer({ command: SMALL_HEAP, config: { users: [ADMIN] } });
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
  expect(readEnvelope(refused)).toEqual({
    action: 'calculer-impots',
    état: 1501,
    réponse: [expect.stringMatching(FULL)],
  });
  const last = readEnvelope(await client.post('/calculer-impot', fields));
  expect(last.réponse).toMatchObject({ id: MOST_SIMULATIONS });
  expect(readEnvelope(await client.post('/calculer-impot', fields))).toMatchObject({
    état: 301,
    réponse: [expect.stringMatching(FULL)],
  });
  expect(readEnvelope(await client.post('/calculer-impot-detaille', { situation: 'marié' }))).toMatchObject({
    état: 1601,
    réponse: [expect.stringMatching(FULL)],
  });
});

describe('with a small heap, and as many simulations as a session may have', () => {
  let before: number;
  beforeAll(async () => {
    before = await memoryKb();
  });
  afterAll(async () => expect((await memoryKb()) - before).toBeLessThan(MAX_GROWTH_KB));

  it.each(['json', 'xml'] as const)('all of them are listed in %s', async (type) => {
    await client.send(`/init-session/${type}`);
    const { body } = await client.get('/lister-simulations');
    const ids = [...body.matchAll(/"id":(\d+)|<id>(\d+)<\/id>/g)].map(([, json, xml]) => Number(json ?? xml));
    expect(ids).toEqual(Array.from({ length: MOST_SIMULATIONS }, (_, index) => index + 1));
  });

  it('the others are answered when one is deleted, and all when it is restored', async () => {
    await client.send('/init-session/json');
    const others = readEnvelope(await client.get('/supprimer-simulation/50000'));
    expect(others.état).toBe(600);
    expect(others.réponse).toHaveLength(MOST_SIMULATIONS - 1);
    const all = readEnvelope(await client.post('/restaurer-simulation/50000', {}));
    expect(all.réponse).toHaveLength(MOST_SIMULATIONS);
  });

  it('they are saved as files', async () => {
    await client.send('/init-session/html');
    const csv = await client.get('/exporter-simulations/csv', asPerson);
    expect(csv.body.split('\r\n')).toHaveLength(MOST_SIMULATIONS + 2);
    const json = await client.get('/exporter-simulations/json', asPerson);
    expect(JSON.parse(json.body)).toHaveLength(MOST_SIMULATIONS);
  });

  it('a person goes through them page by page, in any order', async () => {
    const page = (query: string) =>
      client.send(`/afficher-vue-liste-simulations?${new URLSearchParams(query)}`, asPerson);
    const last = await page('page=1000');
    expect(idsIn(last.body)).toEqual(
      Array.from({ length: 100 }, (_, index) => MOST_SIMULATIONS - 99 + index),
    );
    expect(last.body).toContain('rel="prev"');
    expect(last.body).not.toContain('rel="next"');
    const first = await page('tri=numéro&sens=décroissant&comparer=7&comparer=90000');
    expect(idsIn(first.body)[0]).toBe(MOST_SIMULATIONS);
    expect(first.body).toContain('N° 90000');
  });

  it('a person who deletes one stays on the page', async () => {
    const page = await client.send(
      `/afficher-vue-liste-simulations?${new URLSearchParams('tri=taux&page=300')}`,
      asPerson,
    );
    const [, action = ''] = /action="\/do(\/supprimer-simulation\/[^"]*)"/.exec(page.body) ?? [];
    const left = await client.post(action.replaceAll('&amp;', '&'), {}, asPerson);
    expect(left.headers.location).toBe('/do/afficher-vue-liste-simulations');
    const after = await client.get('/afficher-vue-liste-simulations', asPerson);
    expect(idsIn(after.body).slice(0, 99)).toEqual(idsIn(page.body).slice(1));
    await client.post(`/restaurer-simulation/${idsIn(page.body)[0]}`, {});
  });

  it('many clients ask for the list and read nothing of it', async () => {
    await client.send('/init-session/json');
    const request = `GET /do/lister-simulations HTTP/1.1\r\nHost: x\r\nCookie: ${client.cookieHeader()}\r\n\r\n`;
    const sockets = Array.from({ length: 10 }, () => openSocket(server.port).pause());
    for (const socket of sockets) socket.write(request);
    expect(readEnvelope(await client.get('/lister-simulations')).réponse).toHaveLength(MOST_SIMULATIONS);
    for (const socket of sockets) socket.destroy();
  });
});

/** The numbers of the rows of a page. */
function idsIn(html: string): number[] {
  return [...html.matchAll(/href="[^"]*\/ouvrir-simulation\/(\d+)"/g)].map(([, id]) => Number(id));
}

/** The most memory that the server ever had. */
async function memoryKb(): Promise<number> {
  const status = await readFile(`/proc/${server.process.pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
}

it('says it on the form of a person', async () => {
  await client.send('/init-session/html');
  const { reply } = await client.follow(
    await client.post('/calculer-impot', { ...fields, salaire: '61111' }, asPerson),
  );
  expect(reply.status).toBe(200);
  expect(reply.body).toMatch(/garde 100.000 simulations au plus/);
});
