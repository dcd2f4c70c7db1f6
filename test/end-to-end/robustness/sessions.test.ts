import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionType } from '../../../src/model/sessions.ts';
import { hashPassword } from '../../../src/users/password-hash.ts';
import { asList, ContractClient, readEnvelope } from '../support/contract-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const fields = { marié: 'oui', enfants: '2', salaire: '55555' };

async function signedIn(
  server: RunningServer,
  type: SessionType = 'json',
  mount = '/do',
): Promise<ContractClient> {
  const client = new ContractClient(`${server.origin}${mount}`, { tokens: false });
  await client.start(type);
  await client.login();
  return client;
}

async function ids(client: ContractClient): Promise<number[]> {
  const { réponse } = readEnvelope(await client.get('/lister-simulations'));
  return asList(réponse).map((each) => (each as { id: number }).id);
}

/** The same session on another port: the cookies go along. */
async function idsOn(server: RunningServer, cookie: string): Promise<{ status: number; ids: number[] }> {
  const client = new ContractClient(`${server.origin}/do`, { tokens: false });
  const reply = await client.send('/lister-simulations', { headers: { cookie } });
  const { réponse } = readEnvelope(reply);
  return { status: reply.status, ids: asList(réponse).map((each) => (each as { id: number }).id) };
}

describe('sessions', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ config: { users: [ADMIN] } });
  });
  afterAll(() => server.stop());

  it('gets a new id at login, and the former one is worth nothing', async () => {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    await client.start('json');
    const before = client.cookieHeader();
    await client.login();
    expect(client.cookieHeader()).not.toBe(before);
    expect(readEnvelope(await client.send('/lister-simulations', { headers: { cookie: before } })).état).toBe(
      101,
    );
  });

  it('keeps all of many parallel calculations, with ids that are never used again', async () => {
    const client = await signedIn(server);
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => client.post('/calculer-impot', fields)),
    );
    const given = replies.map((reply) => (readEnvelope(reply).réponse as { id: number }).id);
    expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(await ids(client)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    await client.get('/supprimer-simulation/100');
    const next = readEnvelope(await client.post('/calculer-impot', fields));
    expect(next.réponse).toMatchObject({ id: 101 });
  });

  it('is ended on the server, whatever the client keeps', async () => {
    const client = await signedIn(server);
    const cookie = client.cookieHeader();
    await client.get('/fin-session');
    expect(readEnvelope(await client.send('/lister-simulations', { headers: { cookie } })).état).toBe(101);
  });

  it('marks the cookie Secure under HTTPS, and only a trusted proxy can say so', async () => {
    const client = new ContractClient(`${server.origin}/do`, { tokens: false });
    const cookie = async (headers: Record<string, string>) =>
      String((await client.send('/init-session/json', { headers })).headers['set-cookie']);
    expect(await cookie({})).toMatch(
      /^tax_session_[0-9a-f]{8}=j\.[\w-]+\.[\w-]{43}; Path=\/do; HttpOnly; SameSite=Lax$/i,
    );
    expect(await cookie({ 'x-forwarded-proto': 'https' })).toContain('; Secure');

    const strict = await startServer({ config: { server: { trusted_proxies: [] }, users: [ADMIN] } });
    try {
      const direct = new ContractClient(`${strict.origin}/do`, { tokens: false });
      const reply = await direct.send('/init-session/json', { headers: { 'x-forwarded-proto': 'https' } });
      expect(String(reply.headers['set-cookie'])).not.toContain('Secure');
    } finally {
      await strict.stop();
    }
  });

  it('has a cookie name of its own on each instance', async () => {
    const other = await startServer({ config: { users: [ADMIN] } });
    try {
      const [one, two] = [await signedIn(server), await signedIn(other)];
      expect(one.cookieNames()).not.toEqual(two.cookieNames());
    } finally {
      await other.stop();
    }
  });
});

describe('sessions and the end of the process', () => {
  let folder: string;
  const config = { users: [ADMIN] };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tax-server-sessions-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('loses nothing to a kill -9 between two requests, nor to a restart', async () => {
    const first = await startServer({ folder, config });
    const client = await signedIn(first);
    const given = await Promise.all(Array.from({ length: 20 }, () => client.post('/calculer-impot', fields)));
    expect(given.every(({ status }) => status === 200)).toBe(true);
    await first.kill();

    const second = await startServer({ folder, config });
    expect((await idsOn(second, client.cookieHeader())).ids).toHaveLength(20);
    expect(await second.stop()).toBe(0);

    const third = await startServer({ folder, config });
    expect((await idsOn(third, client.cookieHeader())).ids).toHaveLength(20);
    await third.stop();
  });

  it('signs out, after a restart, who is no longer a user', async () => {
    const first = await startServer({ folder, config });
    const client = await signedIn(first);
    await first.stop();
    const second = await startServer({ folder, config: { users: [{ ...ADMIN, login: 'somebody-else' }] } });
    const reply = await idsOn(second, client.cookieHeader());
    expect(reply.status).toBe(400);
    await second.stop();
  });

  it('signs out, after a restart, whose password has been changed', async () => {
    const first = await startServer({ folder, config });
    const client = await signedIn(first);
    await first.stop();
    const changed = { users: [{ ...ADMIN, password_hash: await hashPassword('admin') }] };
    const second = await startServer({ folder, config: changed });
    expect((await idsOn(second, client.cookieHeader())).status).toBe(400);
    await second.stop();
    const third = await startServer({ folder, config });
    expect((await idsOn(third, client.cookieHeader())).status).toBe(400);
    await third.stop();
  });

  it('ends the access of a server without users with the run', async () => {
    const first = await startServer({ folder });
    const [link = ''] = /http:\/\/\S+\/acces\/\S+/.exec(first.output()) ?? [];
    const client = new ContractClient(`${first.origin}/do`, { tokens: false });
    await client.sendTo(link);
    expect((await client.get('/afficher-vue-calcul-impot')).status).toBe(200);
    await first.stop();
    const second = await startServer({ folder });
    const again = new ContractClient(`${second.origin}/do`, { tokens: false });
    const reply = await again.send('/afficher-vue-calcul-impot', {
      headers: { cookie: client.cookieHeader() },
    });
    expect(reply.headers.location).toBe('/do/afficher-vue-liste-erreurs');
    await second.stop();
  });

  it('forgets sessions in memory with the process', async () => {
    const inMemory = { ...config, session: { store: 'memory' } };
    const first = await startServer({ folder, config: inMemory });
    const client = await signedIn(first);
    await client.post('/calculer-impot', fields);
    expect(await ids(client)).toEqual([1]);
    await first.stop();
    const second = await startServer({ folder, config: inMemory });
    expect((await idsOn(second, client.cookieHeader())).status).toBe(400);
    await second.stop();
  });
});
