import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractClient, readEnvelope } from '../support/contract-client.ts';
import { type HttpReply, http } from '../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const PERSON = { accept: 'text/html', 'sec-fetch-mode': 'navigate' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const household = { marié: 'oui', enfants: '2', salaire: '55555', année: '2018' };
const AMOUNT = /2.815.€/u;
/** Of an address in a minute (`limits.strangerRequests`). */
const REQUESTS = 600;

describe.each([false, true])('a public server, csrf_token: %s', (csrf_token) => {
  let server: RunningServer;
  beforeAll(async () => {
    const frame_ancestors = ['https://association.example'];
    server = await startServer({
      config: { users: [ADMIN], public: true, csrf_token, server: { frame_ancestors } },
    });
  });
  afterAll(() => server.stop());

  const token = csrf_token ? '/none' : '';
  const ask = (path: string, body?: Record<string, string>) =>
    http(`${server.origin}/do${path}${token}`, {
      headers: { ...PERSON, ...(body && FORM) },
      ...(body && { method: 'POST', body: new URLSearchParams(body).toString() }),
    });

  /** Goes where a link leads, with the cookies that it got on the way. */
  async function follow(client: ContractClient, reply: HttpReply): Promise<HttpReply> {
    let last = reply;
    while (last.headers.location)
      last = await client.sendTo(`${server.origin}${last.headers.location}`, { headers: PERSON });
    return last;
  }

  const visitor = () => new ContractClient(`${server.origin}/do`, { tokens: false });
  const formOf = (html: string, action: string) =>
    new RegExp(`"(/do/${action}(?:/[^"]+)?)"`).exec(html)?.[1] ?? '';

  function sessions(): number {
    const database = new DatabaseSync(join(server.folder, 'tax-server.db'), { readOnly: true });
    const row = database.prepare('select count(*) as n from sessions').get();
    database.close();
    return Number(row?.n);
  }

  it('calculates for everybody on its pages, keeps nothing, and signs in from there', async () => {
    const client = visitor();
    const start = await follow(client, await client.send('/', { headers: PERSON }));
    expect([start.status, start.body]).toEqual([200, expect.stringContaining('name="salaire"')]);
    const send = async (html: string, action: string, fields: Record<string, string>) => {
      const body = new URLSearchParams(fields).toString();
      const url = `${server.origin}${formOf(html, action)}`;
      const sent = await client.sendTo(url, { method: 'POST', headers: { ...PERSON, ...FORM }, body });
      return { sent, page: await follow(client, sent) };
    };
    const { sent, page } = await send(start.body, 'calculer-impot', household);
    expect([sent.status, page.status, page.body]).toEqual([302, 200, expect.stringMatching(AMOUNT)]);
    expect(page.body).not.toContain('/lister-simulations');
    const again = await follow(client, await client.send('/', { headers: PERSON }));
    expect(again.body).toMatch(AMOUNT);
    expect(sessions()).toBe(0);

    const url = `${server.origin}${formOf(page.body, 'afficher-vue-authentification')}`;
    const signIn = await client.sendTo(url, { headers: PERSON });
    const wrong = await send(signIn.body, 'authentifier-utilisateur', { user: 'admin', password: 'x' });
    const right = { user: 'admin', password: 'admin' };
    const signedIn = await send(wrong.page.body, 'authentifier-utilisateur', right);
    expect(signedIn.page.body).toMatch(AMOUNT);
    expect(signedIn.page.body).toContain('/lister-simulations');
    expect(sessions()).toBe(1);
  });

  it('calculates in a frame, where a browser sends no cookie', async () => {
    const form = await ask('/afficher-vue-calcul-impot');
    expect([form.status, form.body]).toEqual([200, expect.stringContaining('name="salaire"')]);
    expect(form.headers['content-security-policy']).toMatch(
      /frame-ancestors https:\/\/association\.example$/,
    );
    expect(form.headers['x-frame-options']).toBeUndefined();
    const result = await ask('/calculer-impot', household);
    expect([result.status, result.body]).toEqual([200, expect.stringMatching(AMOUNT)]);
    const refused = await ask('/calculer-impot', { ...household, salaire: 'x' });
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('value="x"')]);
  });

  it('has the lists, the files, the API and the sessions of programs for users only', async () => {
    for (const path of ['/lister-simulations', '/fichiers'])
      expect((await ask(path)).body).toContain('name="password"');
    for (const type of ['json', 'xml'] as const) {
      const client = new ContractClient(`${server.origin}/do`, { tokens: csrf_token });
      client.read(await client.start(type));
      const answer = await client.post('/calculer-impot', household);
      expect([answer.status, readEnvelope(answer).état]).toEqual([400, 101]);
    }
    const stranger = await http(`${server.origin}/do/calculer-impot${token}`, {
      method: 'POST',
      headers: FORM,
      body: new URLSearchParams(household).toString(),
    });
    expect([stranger.status, readEnvelope(stranger).état]).toEqual([400, 101]);
    expect((await http(`${server.origin}/do/api/v1/tax-years`)).status).toBe(401);
  });

  it('refuses an address that asks without end, offers to send the form again, and stores nothing', async () => {
    const before = sessions();
    // A page takes its time to be made: most of them only start a session.
    const asks = Array.from({ length: 20 }, (_, index) =>
      index < 3 ? () => ask('/calculer-impot', household) : () => ask('/init-session/html'),
    );
    for (let sent = 0; sent < REQUESTS; sent += asks.length) await Promise.all(asks.map((each) => each()));
    const { status, headers, body } = await ask('/calculer-impot', household);
    expect([status, Number(headers['retry-after']) > 0]).toEqual([429, true]);
    expect(body).toContain('value="55555"');
    expect(sessions()).toBe(before);
    const client = new ContractClient(`${server.origin}/do`, { tokens: csrf_token });
    client.read(await client.start('json'));
    client.read(await client.login());
    expect(client.read(await client.post('/calculer-impot', household)).état).toBe(300);
  });
});

it('no server is public by default', async () => {
  const server = await startServer({ config: { users: [ADMIN] } });
  try {
    const { status, body, headers } = await http(`${server.origin}/do/calculer-impot`, {
      method: 'POST',
      headers: { ...PERSON, ...FORM },
      body: new URLSearchParams(household).toString(),
    });
    expect([status, body]).toEqual([400, expect.stringContaining('name="password"')]);
    expect(headers['x-frame-options']).toBe('DENY');
  } finally {
    await server.stop();
  }
});
