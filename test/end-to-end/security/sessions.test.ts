import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractClient, readEnvelope } from '../support/contract-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

let one: RunningServer;
let two: RunningServer;
beforeAll(async () => {
  one = await startServer({ config: { users: [ADMIN] } });
  two = await startServer({ config: { users: [ADMIN] } });
});
afterAll(async () => {
  await one.stop();
  await two.stop();
});

const clientOf = ({ origin }: RunningServer) => new ContractClient(`${origin}/do`, { tokens: false });

async function signedIn(server: RunningServer, type: 'json' | 'html' = 'json'): Promise<ContractClient> {
  const client = clientOf(server);
  await client.start(type);
  await client.login();
  return client;
}

describe('a session', () => {
  it('is never made under an id that somebody chose', async () => {
    const [name] = (await signedIn(one)).cookieNames();
    const chosen = `${name}=j-${'A'.repeat(43)}`;
    const reply = await clientOf(one).send('/init-session/json', { headers: { cookie: chosen } });
    expect(String(reply.headers['set-cookie'])).toMatch(/=j\.[\w-]+\.[\w-]{43};/);
    expect(String(reply.headers['set-cookie'])).not.toContain('A'.repeat(43));
    const after = await clientOf(one).get('/lister-simulations', { headers: { cookie: chosen } });
    expect(readEnvelope(after).état).toBe(101);
  });

  it('of another instance on the same host opens nothing and closes nothing', async () => {
    const [here, there] = [await signedIn(one), await signedIn(two)];
    const [otherName = ''] = there.cookieNames();
    const [ownName = ''] = here.cookieNames();
    const value = here.cookieHeader().split('=')[1];
    for (const cookie of [here.cookieHeader(), `${otherName}=${value}`]) {
      const reply = await clientOf(two).get('/lister-simulations', { headers: { cookie } });
      expect(readEnvelope(reply).état).toBe(101);
    }
    // A browser sends the cookies of both ports to each.
    const cookie = `${there.cookieHeader()}; ${here.cookieHeader()}`;
    const reply = await clientOf(one).get('/lister-simulations', { headers: { cookie } });
    expect([readEnvelope(reply).état, ownName === otherName]).toEqual([500, false]);
  });
});

describe('another site', () => {
  const marks = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.test' },
    { origin: 'null' },
  ] as const;

  it.each(marks)('marked by %j changes nothing', async (headers) => {
    const client = await signedIn(one, 'html');
    const sent = { marié: 'oui', enfants: '2', salaire: '50000' };
    expect((await client.post('/calculer-impot', sent, { headers })).status).toBe(403);
    expect((await client.get('/fin-session', { headers })).status).toBe(403);
    expect((await client.post('/changer-langue/en', {}, { headers })).status).toBe(403);
    expect((await client.get('/afficher-vue-calcul-impot')).status).toBe(200);
  });

  it('cannot sign a visitor in to somebody else’s account', async () => {
    const client = clientOf(one);
    await client.start('html');
    const sent = { user: 'admin', password: 'admin' };
    const reply = await client.post('/authentifier-utilisateur', sent, { headers: marks[0] });
    expect(reply.status).toBe(403);
  });
});
