import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../src/users/password-hash.ts';
import { asList, ContractClient, readEnvelope } from '../support/contract-client.ts';
import { type HttpReply, http } from '../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const log = (server: RunningServer) => readFileSync(join(server.folder, 'logs/tax-server.log'), 'utf8');

describe('a server without users', () => {
  let server: RunningServer;
  let link: string;
  let password: string;

  beforeAll(async () => {
    server = await startServer();
    [link = ''] = /http:\/\/\S+\/acces\/\S+/.exec(server.output()) ?? [];
    [, password = ''] =
      /(?:mot de passe|password) ((?:[0-9a-z]{5}-){3}[0-9a-z]{5})/.exec(server.output()) ?? [];
  });
  afterAll(() => server.stop());

  const login = async (headers: Record<string, string>) => {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    return (await client.post('/authentifier-utilisateur', { user: 'admin', password }, { headers })).status;
  };

  it('accepts the password of the run from this machine, not through a proxy', async () => {
    expect(await login({ 'x-forwarded-for': '203.0.113.7' })).toBe(401);
    expect(await login({ forwarded: 'for=203.0.113.7' })).toBe(401);
    expect(await login({})).toBe(200);
  });

  it('accepts the link once, from this machine, not through a proxy', async () => {
    expect((await http(link, { headers: { 'x-forwarded-host': 'example.org' } })).status).toBe(403);
    expect((await http(link, { headers: { host: `rebound.example:${server.port}` } })).status).toBe(403);
    const looked = await http(link, { method: 'HEAD' });
    expect([looked.status, looked.headers.allow]).toEqual([405, 'GET']);
    const first = await http(link);
    expect([first.status, first.headers.location]).toEqual([302, '/do/afficher-vue-calcul-impot']);
    // Whoever guesses learns nothing: a code that never was one leads to the same page.
    for (const worthless of [link, link.replace(/[^/]+$/, 'a-guess')]) {
      const client = new ContractClient(`${server.origin}/do`, { tokens: false });
      const { reply, path } = await client.follow(await client.sendTo(worthless));
      expect([reply.status, path]).toEqual([200, ['/do/afficher-vue-authentification']]);
      expect(reply.body).toContain('il a déjà servi');
      expect(reply.body).toContain('mot de passe affiché dans la fenêtre du serveur');
    }
    expect((await http(link, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(403);
  });

  it('says where the password is, on this machine only', async () => {
    const signInPage = async (headers: Record<string, string>) => {
      const client = new ContractClient(`${server.origin}/do`, { tokens: false });
      await client.send('/init-session/html', { headers });
      return (await client.get('/afficher-vue-authentification', { headers })).body;
    };
    expect(await signInPage({})).toContain('fenêtre du serveur');
    expect(await signInPage({ 'x-forwarded-for': '203.0.113.7' })).not.toContain('fenêtre du serveur');
  });

  it('leads whoever is signed in on from a used link', async () => {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('html');
    await client.login('admin', password);
    const reply = await client.sendTo(link);
    expect(reply.headers.location).toBe('/do/afficher-calcul-impot');
  });

  it('tells what only this machine may know to nobody who asks for another name', async () => {
    const ask = async (path: string, host?: string) =>
      http(`${server.origin}/do${path}`, { headers: { ...(host !== undefined && { host }) } });
    expect((await ask('/metrics')).status).toBe(200);
    expect((await ask('/metrics', `localhost:${server.port}`)).status).toBe(200);
    expect((await ask('/metrics', `rebound.example:${server.port}`)).status).toBe(401);
    expect(JSON.parse((await ask('/health')).body)).toHaveProperty('version');
    const strange = await ask('/health', 'rebound.example');
    expect(Object.keys(JSON.parse(strange.body))).toEqual(
      expect.arrayContaining(['status', 'installation', 'components']),
    );
    expect(strange.body).not.toMatch(/"(version|commit)"/);
  });

  it('never writes the link, the password or a session id into the log', async () => {
    await expect.poll(() => log(server)).toContain('/do/acces/…');
    const written = log(server);
    expect(written).not.toContain(link.split('/').at(-1));
    expect(written).not.toContain(password);
    expect(written).not.toMatch(/tax_session_/);
  });
});

it('with server.local_access: false nobody is local, and the start says so', async () => {
  const server = await startServer({ config: { server: { local_access: false } } });
  try {
    expect(server.output()).not.toMatch(/\/acces\/|password|mot de passe/);
    expect(server.output()).toMatch(/local_access/);
    expect((await http(`${server.origin}/do/metrics`)).status).toBe(401);
  } finally {
    await server.stop();
  }
});

describe('what is secret', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({
      config: {
        users: [ADMIN],
        csrf_token: true,
        server: { mount_alias: '/impots' },
        log: { level: 'trace' },
      },
    });
  });
  afterAll(() => server.stop());

  it.each(['json', 'xml'] as const)('stays out of log and console (%s)', async (type) => {
    const client = new ContractClient(`${server.origin}/impots/do`, { tokens: true });
    const secrets = new Set(['wrong-password', 'query-password']);
    const remember = () => {
      for (const pair of client.cookieHeader().split('; ')) secrets.add(pair.replace(/^.*=.-/, ''));
      secrets.add(client.token ?? '');
    };
    const step = async (reply: Promise<HttpReply>) => {
      const { token } = client;
      const { état } = client.read(await reply);
      client.token ??= token;
      remember();
      return état;
    };

    expect(await step(client.start(type))).toBe(700);
    expect(await step(client.login('admin', 'wrong-password'))).toBe(201);
    expect(await step(client.login())).toBe(200);
    expect(await step(client.get('/lister-simulations'))).toBe(500);
    // Where people mistype: a query, a slash too many, the wrong method, another prefix.
    const wrong = [`${client.tokened('/authentifier-utilisateur')}?password=query-password`].concat(
      `${client.tokened('/lister-simulations')}/`,
      client.tokened('/calculer-impot'),
      `/x${client.tokened('/fin-session')}`,
    );
    for (const path of wrong) expect((await client.send(path)).status).toBeGreaterThanOrEqual(400);
    expect(await step(client.get('/fin-session'))).toBe(400);
    await client.send('/the-end');

    await expect.poll(() => log(server)).toContain('/the-end');
    secrets.delete('');
    expect(secrets.size).toBeGreaterThan(7);
    const written = `${log(server)}${server.output()}`;
    expect([...secrets].filter((secret) => written.includes(secret))).toEqual([]);
  });
});

describe('guessing passwords', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ config: { users: [ADMIN] } });
  });
  afterAll(() => server.stop());

  it('is refused after a while, in the form of the session, and others are not concerned', async () => {
    const clients = await Promise.all(
      (['json', 'xml', 'html'] as const).map(async (type) => {
        const client = new ContractClient(`${server.origin}/do`, { tokens: false });
        await client.start(type);
        return client;
      }),
    );
    const [json, xml, html] = clients as [ContractClient, ContractClient, ContractClient];
    const tries = await Promise.all(Array.from({ length: 12 }, () => json.login('victim', 'guess')));
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([401, 429]));

    for (const program of [json, xml]) {
      const reply = await program.login('victim', 'guess');
      expect(reply.status).toBe(429);
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
      const envelope = readEnvelope(reply);
      expect(envelope).toMatchObject({ action: 'authentifier-utilisateur', état: 201 });
      expect(asList(envelope.réponse)).toEqual([expect.stringMatching(/^trop d'échecs d'authentification/)]);
    }
    const page = await html.login('victim', 'guess');
    expect([page.status, page.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect((await json.login()).status).toBe(200);
  });

  it('takes as long for a login that nobody has', async () => {
    const rounds = [1, 2, 3, 4, 5];
    const password_hash = await hashPassword('right');
    const guarded = await startServer({
      config: { users: rounds.map((round) => ({ login: `known ${round}`, password_hash })) },
    });
    const timeOf = async (login: string) => {
      const client = new ContractClient(`${guarded.origin}/do`, { tokens: false });
      await client.start('json');
      const asked = performance.now();
      expect((await client.login(login, 'wrong')).status).toBe(401);
      return performance.now() - asked;
    };
    try {
      const [known, nobody]: [number[], number[]] = [[], []];
      // In turn, each login once: what else the machine does and the pauses of the throttle touch both alike.
      for (const round of rounds) {
        known.push(await timeOf(`known ${round}`));
        nobody.push(await timeOf(`nobody ${round}`));
      }
      // Without the work of a hash it would be a tenth.
      expect(Math.min(...nobody)).toBeGreaterThan(Math.min(...known) / 4);
    } finally {
      await guarded.stop();
    }
  });

  it('cannot forge a line of the log', async () => {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    await client.login('a\r\n2026-01-01 00:00:00, MainThread : forged', '\u001b[2J secret-password');
    await client.send('/init-session/%0D%0A2026-01-01%20forged%1B%5B2J');
    await client.send('/init-session/the-last-one');
    await expect.poll(() => log(server)).toContain('the-last-one');
    expect(log(server)).not.toMatch(/^2026-01-01/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect(log(server)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(log(server)).not.toContain('secret-password');
  });
});
