import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { openSocket } from '../support/raw-http.ts';
import { logOf } from '../support/server-log.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { FileVisitor, formWith, plain } from './file-visitor.ts';

const GOOD = 'année;situation;enfants;salaire 1\n2025;couple;2;55555\n';
const MAX = 10 * 1024 * 1024;

let server: RunningServer;
let visitor: FileVisitor;

beforeAll(async () => {
  server = await startServer({ config: { users: [ADMIN], uploads: { max_size: '12MB' } } });
  visitor = await FileVisitor.signedIn(server);
});
afterAll(async () => {
  expect(await logOf(server)).not.toContain('[error]');
  await server.stop();
});

describe('a file that cannot be used says why, and the next one is calculated', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['is empty', '', /Le fichier est vide/],
    ['is a binary', Uint8Array.from({ length: 5_000 }, (_, index) => index % 7), /fichier binaire/],
    ['is a ZIP', Buffer.from('PK\x03\x04\x14\0\0\0'), /Le classeur est endommagé/],
    ['has an unknown header', 'nom;ville\nDupont;Paris\n', /Aucune colonne n'est reconnue/],
    ['has no income', 'année;enfants\n2025;1\n', /Aucune colonne n'a de salaire ou de pension/],
    ['has a header only', 'année;salaire\n', /Le fichier n'a aucun foyer/],
    ['has a misspelt header', 'situatoin;salaire 1\ncouple;3\n', /vouliez-vous dire « situation »/],
    ['is one line of 10 MB', 'x'.repeat(MAX), /La première ligne a plus de/],
  ])('because it %s', async (_why, content, expected) => {
    const { words } = await visitor.calculate(content);
    expect(words).toMatch(expected);
    expect(words).toContain('Déposer un autre fichier');
    expect((await visitor.calculate(GOOD)).words).toContain('1 foyer calculé');
    await forgetAll();
  });
});

it('wrong lines are told by number, column, value and reason, and do not stop the others', async () => {
  const lines = [
    '2025,couple,2,55555',
    '2025;x;2;100',
    '2025;"couple;2;100',
    '2025;couple;2',
    '=1+1;couple;0;1',
  ];
  const { words, id } = await visitor.calculate(`${GOOD}${lines.join('\n')}\n`);
  expect(words).toContain('1 foyer calculé 5 lignes refusées');
  expect(words).toContain('3 séparée par des virgules, et non par des points-virgules');
  expect(words).toContain('4 situation x célibataire, couple, marié, pacsé ou veuf attendu');
  expect(words).toContain('5 guillemets mal fermés');
  expect(words).toContain('6 3 colonnes au lieu de 4');
  const { headers, body } = await visitor.read(`/lignes-refusees/${id}`);
  expect(headers['content-disposition']).toBe(
    `attachment; filename="foyers - lignes refus?es.csv"; filename*=UTF-8''foyers%20-%20lignes%20refus%C3%A9es.csv`,
  );
  expect(body).toContain(';"\'=1+1";couple;0;1');
  expect(words).toContain('Lignes non calculées : 5 sur 6.');
  await forgetAll();
});

it('a line of 10 MB among others is refused, and memory does not keep it', async () => {
  const { words } = await visitor.calculate(`${GOOD}${'x'.repeat(MAX)}\n2025;couple;0;1000\n`);
  expect(words).toContain('2 foyers calculés 1 ligne refusée');
  await forgetAll();
});

it('no file chosen leads back to the form', async () => {
  const { status, body } = await visitor.send('', '');
  expect(status).toBe(400);
  expect(plain(body)).toContain("Le fichier n'a pas été pris : Aucun fichier n'a été choisi.");
  expect(body).toContain('enctype="multipart/form-data"');
});

it('a file that is too large is refused with the limit, once it has been read', async () => {
  const { status, body } = await visitor.send('x'.repeat(13 * 1024 * 1024));
  expect(status).toBe(413);
  expect(plain(body)).toContain('Le fichier dépasse 12 Mo, la taille maximale.');
  expect(filesOnDisk()).toEqual([]);
});

it('a body that is no form is refused', async () => {
  for (const type of ['text/csv', 'multipart/form-data', 'application/x-www-form-urlencoded; charset=x']) {
    const reply = await visitor.client.send('/deposer-fichier', {
      method: 'POST',
      body: GOOD,
      headers: { 'content-type': type, 'accept-language': 'fr' },
    });
    expect([400, 302]).toContain(reply.status);
    expect(
      reply.status === 302 ||
        plain(reply.body).includes('Demande incomprise') ||
        plain(reply.body).includes('Aucun fichier'),
    ).toBe(true);
  }
});

it('a broken form is refused with a page, and the connection holds', async () => {
  const { headers, body } = formWith('x'.repeat(2_000_000), 'a\x07.csv');
  const reply = await visitor.client.send('/deposer-fichier', { method: 'POST', headers, body });
  expect(reply.status).toBe(400);
  expect(plain(reply.body)).toContain('Demande incomprise');
});

it('uploads that are broken off leave nothing: the places of the server stay for others', async () => {
  // As many as the server has places.
  for (let session = 0; session < 10; session++) {
    const other = await FileVisitor.signedIn(server);
    const sockets = Array.from({ length: 10 }, () => halfSent(formWith('x'.repeat(100_000)), other));
    await vi.waitFor(async () => expect((await receivedBy(other)).length).toBe(10));
    for (const socket of sockets) socket.destroy();
    await vi.waitFor(async () => expect(await receivedBy(other)).toEqual([]));
    expect(await listed(other)).not.toContain('refusé');
  }
  await vi.waitFor(() => expect(filesOnDisk()).toEqual([]));
  expect((await visitor.calculate(GOOD)).words).toContain('1 foyer calculé');
  await forgetAll();
});

it('a form without its end is refused, and nothing of it is kept', async () => {
  const { headers, body } = formWith('x'.repeat(100_000));
  const reply = await visitor.client.send('/deposer-fichier', {
    method: 'POST',
    headers,
    body: body.subarray(0, -10),
  });
  expect(reply.status).toBe(400);
  expect(plain(reply.body)).toContain("L'envoi a été interrompu avant la fin du fichier");
  expect(filesOnDisk()).toEqual([]);
});

it('a form that is broken off within a file that nobody wants leaves the server running', async () => {
  for (const form of [formWith('x'.repeat(100_000), 'a.csv', 'other'), formWith('x'.repeat(100_000), '')]) {
    const socket = halfSent(form);
    await once(socket, 'connect');
    // Gives the server time to be within the file.
    await listed();
    socket.destroy();
    expect(await listed()).toContain('Plusieurs foyers');
  }
});

/** Sends the head and half of the body of an upload, and leaves the connection open. */
function halfSent({ headers, body }: ReturnType<typeof formWith>, by = visitor): Socket {
  const socket = openSocket(server.port);
  socket.write(
    [
      'POST /do/deposer-fichier HTTP/1.1',
      'Host: x',
      `Cookie: ${by.client.cookieHeader()}`,
      `Content-Type: ${headers['content-type']}`,
      `Content-Length: ${body.length}`,
      '',
      '',
    ].join('\r\n'),
  );
  socket.write(body.subarray(0, 50_000));
  return socket;
}

it('what comes from another site is refused and not kept', async () => {
  const { headers, body } = formWith(GOOD);
  const { status } = await visitor.client.send('/deposer-fichier', {
    method: 'POST',
    body,
    headers: { ...headers, 'sec-fetch-site': 'cross-site' },
  });
  expect(status).toBe(403);
  expect(filesOnDisk()).toEqual([]);
});

it('a session that ended leads to a clear page, and its files are gone', async () => {
  const other = await FileVisitor.signedIn(server);
  const { id } = await other.calculate(GOOD);
  expect(filesOnDisk()).toHaveLength(1);
  await other.post('/fin-session');
  expect(filesOnDisk()).toEqual([]);
  const again = await FileVisitor.signedIn(server);
  const { status, body } = await again.read(`/fichier/${id}`);
  expect(status).toBe(404);
  expect(plain(body)).toContain("Ce fichier n'est pas ici");
});

it('who has not signed in is told so, also after a whole file', async () => {
  const client = new ContractClient(`${server.origin}/do`, { tokens: false });
  await client.start('html');
  const { status, headers } = await client.send('/deposer-fichier', { method: 'POST', ...formWith(GOOD) });
  expect(status).toBe(302);
  expect(headers.location).toBe('/do/afficher-vue-liste-erreurs');
});

it.each(['json', 'xml'] as const)('a %s session is told that files are for browsers', async (type) => {
  const client = new ContractClient(`${server.origin}/do`, { tokens: false });
  await client.start(type);
  await client.login();
  const { status, body } = await client.send('/deposer-fichier', { method: 'POST', ...formWith(GOOD) });
  expect(status).toBe(400);
  expect(body).toContain('1901');
  expect(body).toContain("cette action n'est possible que pour les sessions html");
});

it('the bounds are named: so many files in a session', async () => {
  const other = await FileVisitor.signedIn(server);
  for (let i = 0; i < 10; i++) await other.calculate(GOOD);
  for (const content of [GOOD, 'x'.repeat(2_000_000)]) {
    const { status, body } = await other.send(content);
    expect(status).toBe(409);
    expect(plain(body)).toContain('Votre session a déjà 10 fichiers, le maximum');
  }
  await other.post('/fin-session');
});

it('addresses of no file are no pages', async () => {
  for (const path of ['/fichier/x', '/fichier/0123', '/resultats-fichier/..%2f..', '/modele-fichier/de'])
    expect((await visitor.read(path)).status).toBe(404);
});

it('a token is part of every address when tokens are on', async () => {
  const guarded = await startServer({ config: { users: [ADMIN], csrf_token: true } });
  try {
    const client = new ContractClient(`${guarded.origin}/do`, { tokens: true });
    const send = (token: string) =>
      client.send(`/deposer-fichier${token}`, { method: 'POST', ...formWith(GOOD) });
    const { reply } = await client.follow(await client.send('/'));
    const token = /authentifier-utilisateur\/([\w.-]+)/.exec(reply.body)?.[1] ?? '';
    client.token = token;
    await client.login();
    expect((await send('')).status).toBe(404);
    expect((await send('/wrong.token')).headers.location).toMatch(/afficher-vue-liste-erreurs/);
    expect((await send(`/${token}`)).headers.location).toMatch(/^\/do\/fichier\/[0-9a-f]{16}\/[\w.-]+$/);
  } finally {
    await guarded.stop();
  }
});

async function listed(by = visitor): Promise<string> {
  return plain((await by.read('/fichiers')).body);
}

async function receivedBy(other: FileVisitor): Promise<readonly string[]> {
  return (await listed(other)).match(/en cours de réception/g) ?? [];
}

/** Leaves the session as it was, so that no test meets the bound of another. */
async function forgetAll(): Promise<void> {
  const { body } = await visitor.read('/fichiers');
  for (const [, id] of body.matchAll(/href="[^"]*\/fichier\/([0-9a-f]{16})"/g))
    await visitor.post(`/supprimer-fichier/${id}`);
}

function filesOnDisk(): string[] {
  const folder = join(server.folder, 'uploads', String(server.port));
  return existsSync(folder) ? readdirSync(folder) : [];
}
