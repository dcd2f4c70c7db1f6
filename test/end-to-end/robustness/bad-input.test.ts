import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asList, ContractClient, readTriple, type SessionType } from '../support/contract-client.ts';
import type { HttpCall, HttpReply } from '../support/http-client.ts';
import { rawHttp } from '../support/raw-http.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const MEGABYTE = 1024 * 1024;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const good = 'mari%C3%A9=oui&enfants=2&salaire=50000';
const goodTaxpayer = '"marié":"oui","enfants":2,"salaire":50000';

const wrongFields = 'méthode POST requise avec les paramètres postés [marié, enfants, salaire]';
const wrongNumber = (name: string, value: string, bounds = '>=0') =>
  `valeur [${value}] invalide pour le paramètre [${name} (entier${bounds})]`;

/** Forms that `calculer-impot` refuses, and the contract's messages. */
const badForms: readonly (readonly [what: string, call: HttpCall, messages: readonly string[]])[] = [
  ['nothing', {}, [wrongFields]],
  ['no form', { body: good, headers: { 'content-type': 'text/plain' } }, [wrongFields]],
  ['no content type', { body: good, headers: { 'content-type': '' } }, [wrongFields]],
  ['a broken content type', { body: good, headers: { 'content-type': ';;=' } }, [wrongFields]],
  [
    'several parts',
    { body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    [wrongFields],
  ],
  ['JSON', { body: `{${goodTaxpayer}}`, headers: { 'content-type': 'application/json' } }, [wrongFields]],
  ['a thousand fields', { body: Array.from({ length: 1000 }, (_, i) => `f${i}=1`).join('&') }, [wrongFields]],
  [
    'nested names',
    { body: good.replaceAll('=', '[a]=') },
    ['marié', 'enfants', 'salaire'].map((name) => `paramètre [${name}] manquant`),
  ],
  ['__proto__', { body: 'mari%C3%A9=oui&enfants=2&__proto__=1' }, ['paramètre [salaire] manquant']],
  ['Latin-1 names', { body: 'mari%E9=oui&enfants=2&salaire=1' }, ['paramètre [marié] manquant']],
  [
    'broken escapes',
    { body: 'mari%C3%A9=oui&enfants=%zz&salaire=%' },
    [wrongNumber('enfants', '%zz'), wrongNumber('salaire', '%')],
  ],
  ['null bytes', { body: 'mari%C3%A9=oui&enfants=2%00&salaire=1' }, [wrongNumber('enfants', '2\0')]],
  [
    'negative numbers',
    { body: 'mari%C3%A9=oui&enfants=-1&salaire=-1' },
    [wrongNumber('enfants', '-1'), wrongNumber('salaire', '-1')],
  ],
  [
    '99 children and a salary of 1e15',
    { body: 'mari%C3%A9=oui&enfants=99&salaire=1000000000000000' },
    [
      wrongNumber('enfants', '99', '>=0 et <=30'),
      wrongNumber('salaire', '1000000000000000', '>=0 et <=1000000000'),
    ],
  ],
  [
    'markup',
    { body: 'mari%C3%A9=oui&enfants=<script>&salaire=]]>%26' },
    [wrongNumber('enfants', '<script>'), wrongNumber('salaire', ']]>&')],
  ],
  [
    'duplicates, of which the first counts',
    { body: `${good.replace('oui', 'x')}&${good}` },
    ['valeur [x] invalide pour le paramètre [marié (oui/non)]'],
  ],
];

/** Bodies refused before any controller, whatever the action reads: status and a part of the message. */
const badBodies: readonly (readonly [what: string, call: HttpCall, status: number, message: RegExp])[] = [
  [
    '10 MB',
    { body: Buffer.alloc(10 * MEGABYTE, 'a') },
    413,
    /^le corps de la requête dépasse la limite de (16384|4194304) octets$/,
  ],
  [
    'a gzip bomb',
    { body: gzipSync(Buffer.alloc(50 * MEGABYTE)), headers: { 'content-encoding': 'gzip' } },
    413,
    /dépasse la limite/,
  ],
  [
    'a brotli bomb',
    { body: brotliCompressSync(Buffer.alloc(20 * MEGABYTE)), headers: { 'content-encoding': 'br' } },
    413,
    /dépasse la limite/,
  ],
  [
    'broken gzip',
    { body: 'no gzip', headers: { 'content-encoding': 'gzip' } },
    400,
    /^requête mal formée : /,
  ],
  [
    'truncated deflate',
    { body: deflateSync(good).subarray(0, 9), headers: { 'content-encoding': 'deflate' } },
    400,
    /^requête mal formée : /,
  ],
  [
    'an unknown encoding',
    { body: good, headers: { 'content-encoding': 'x' } },
    415,
    /^requête mal formée : /,
  ],
];

/** Bodies that `calculer-impots` refuses, and the contract's message. */
const badLists: readonly (readonly [what: string, body: string | Uint8Array, message: RegExp])[] = [
  ['nothing', '', /^le corps du POST n'est pas une chaîne jSON valide : /],
  ['truncated', '[{"marié":"oui",', /^le corps du POST n'est pas une chaîne jSON valide : /],
  [
    'Latin-1',
    Buffer.from(`[{${goodTaxpayer}}]`, 'latin1'),
    /^le corps du POST n'est pas une chaîne jSON valide : /,
  ],
  ['a NUL', `[{${goodTaxpayer}}]\0`, /^le corps du POST n'est pas une chaîne jSON valide : /],
  ['an object', `{${goodTaxpayer}}`, /^le corps du POST n'est pas une liste ou alors cette liste est vide$/],
  ['too many', JSON.stringify(Array(10_001).fill({})), /10001 éléments : au plus 10000 /],
  [
    'a million levels',
    `[{"enfants":${'['.repeat(MEGABYTE)}${']'.repeat(MEGABYTE)}}]`,
    /sur plus de 10 niveaux/,
  ],
];

/** Taxpayers that are refused, and what is said of them; echoed as received. */
const badTaxpayers: readonly (readonly [item: string, message: string])[] = [
  ['{"autre":{"marié":"oui"}}', "MyException[2, la clé [autre] n'est pas autorisée]"],
  ['{"²<\\u0000 é>":1}', "MyException[2, la clé [²<\0 é>] n'est pas autorisée]"],
  ['{"":1}', "MyException[2, la clé [] n'est pas autorisée]"],
  [
    '{"enfants":{"<a>":[null,"\\u0007]]>"]}}',
    'MyException[32, L\'attribut enfants [{"<a>":[null,"\\u0007]]>"]}] doit être un entier >=0]',
  ],
  [
    '{"salaire":1e15}',
    'valeur [1000000000000000] invalide pour le paramètre [salaire (entier>=0 et <=1000000000)]',
  ],
  ['{"enfants":99}', 'valeur [99] invalide pour le paramètre [enfants (entier>=0 et <=30)]'],
  ['{"marié":null}', "MyException[31, l'attribut marié [null] doit avoir l'une des valeurs oui / non]"],
  [
    `{${goodTaxpayer},"année":{"toString":1}}`,
    'valeur [{"toString":1}] invalide pour le paramètre [année (une de : 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025)]',
  ],
];

const badPaths: readonly (readonly [path: string, status: number])[] = [
  ['/%', 404],
  ['/init-session/%E0%A4%A', 400],
  ['/supprimer-simulation/%zz', 400],
  ['/supprimer-simulation/-4', 404],
  ['/supprimer-simulation/1.5', 404],
  ['/supprimer-simulation/1/2', 404],
  ['/supprimer-simulation/%00', 404],
  ['/..%2f..%2fetc/passwd', 404],
  ['/__proto__', 404],
  ['/../static/%zz', 404],
  ['/../static/%00', 404],
  ['/calculer-impot/', 404],
  ['/CALCULER-IMPOT', 404],
  [`/${'a'.repeat(8_000)}`, 404],
  ['/acces/constructor', 403],
];

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ config: { users: [ADMIN] } });
});
afterAll(() => server.stop());

const stranger = () => new ContractClient(`${server.origin}/do`, { tokens: false });

async function signedIn(type: SessionType): Promise<ContractClient> {
  const client = stranger();
  await client.start(type);
  expect((await client.login()).status).toBe(type === 'html' ? 302 : 200);
  return client;
}

/** A refusal is a 4xx in the session's representation, with nothing of our code in it. */
function expectRefusal(reply: HttpReply, type: SessionType): void {
  expect(reply.status, reply.body).toBeGreaterThanOrEqual(400);
  expect(reply.status, reply.body).toBeLessThan(500);
  expect(reply.headers['content-type']).toBe(
    { json: 'application/json', xml: 'application/xml', html: 'text/html' }[type].concat('; charset=utf-8'),
  );
  expect(reply.body).not.toMatch(/\bat .+:\d+:\d+|node_modules|tax-server\.cjs/);
  if (type === 'xml') expect(XMLValidator.validate(reply.body)).toBe(true);
}

const messagesOf = (reply: HttpReply) => asList(readTriple(reply).réponse).map(String);

/** XML has no control characters. */
const asSent = (type: SessionType, text: string) => (type === 'xml' ? text.replaceAll('\0', '\ufffd') : text);

describe.each(['json', 'xml'] as const)('%s session', (type) => {
  let client: ContractClient;
  beforeAll(async () => {
    client = await signedIn(type);
  });

  it.each(badForms)('refuses a form with %s', async (_what, { headers, ...call }, messages) => {
    const reply = await client.send('/calculer-impot', {
      method: 'POST',
      ...call,
      headers: { ...FORM, ...headers },
    });
    expectRefusal(reply, type);
    expect(readTriple(reply).état).toBe(301);
    expect(messagesOf(reply)).toEqual(messages.map((text) => asSent(type, text)));
  });

  it.each(badBodies)('refuses %s', async (_what, { headers, ...call }, status, message) => {
    for (const path of ['/calculer-impot', '/calculer-impots', '/authentifier-utilisateur']) {
      const reply = await client.send(path, { method: 'POST', ...call, headers: { ...FORM, ...headers } });
      expectRefusal(reply, type);
      expect(reply.status).toBe(status);
      expect(messagesOf(reply)[0]).toMatch(message);
    }
  });

  it.each(['klingon', 'shift_jis'])('refuses the charset %s', async (charset) => {
    const headers = { 'content-type': `application/x-www-form-urlencoded; charset=${charset}` };
    const reply = await client.send('/calculer-impot', { method: 'POST', body: good, headers });
    expectRefusal(reply, type);
    expect(reply.status).toBe(415);
    expect(messagesOf(reply)[0]).toContain(charset.toUpperCase());
  });

  it.each(badLists)('refuses a list that is %s', async (_what, body, message) => {
    const reply = await client.send('/calculer-impots', { method: 'POST', body });
    expectRefusal(reply, type);
    expect(readTriple(reply).état).toBe(1501);
    expect(messagesOf(reply)[0]).toMatch(message);
  });

  it.each(badTaxpayers)('echoes %s with its reason', async (item, message) => {
    const reply = await client.postJson('/calculer-impots', `[${item},{${goodTaxpayer}}]`);
    expectRefusal(reply, type);
    const { état, réponse } = readTriple(reply);
    const [offending] = asList(réponse) as { erreur: string }[];
    expect([état, offending?.erreur]).toEqual([1501, asSent(type, message)]);
  });

  it('takes __proto__ for a key like any other', async () => {
    const reply = await client.postJson('/calculer-impots', '[{"__proto__":{"marié":"oui"}}]');
    expectRefusal(reply, type);
    expect(reply.body).toContain("MyException[2, la clé [__proto__] n'est pas autorisée]");
    expect(reply.body).toContain(type === 'xml' ? '<__proto__><marié>' : '"__proto__":{"marié"');
  });

  it('echoes ten thousand taxpayers', async () => {
    const reply = await client.postJson('/calculer-impots', JSON.stringify(Array(10_000).fill({ '<': '&' })));
    expectRefusal(reply, type);
    expect(asList(readTriple(reply).réponse)).toHaveLength(10_000);
  });

  it.each(badPaths)('refuses %s', async (path, status) => {
    const reply = await client.send(path);
    expectRefusal(reply, type);
    expect(reply.status).toBe(status);
  });

  it.each([
    ['0', '0'],
    ['007', '7'],
    ['9007199254740991', '9007199254740991'],
    ['9'.repeat(400), `${'9'.repeat(200)}…`],
  ])('knows no simulation %s', async (id, shown) => {
    const reply = await client.send(`/supprimer-simulation/${id}`);
    expectRefusal(reply, type);
    expect(messagesOf(reply)).toEqual([`la simulation n° [${shown}] n'existe pas`]);
  });

  it.each(['<x>', 'JSON', '__proto__', 'json%00', 'x'.repeat(8_000)])(
    'knows no session type %s',
    async (name) => {
      const reply = await client.send(`/init-session/${name}`);
      expectRefusal(reply, type);
      expect(readTriple(reply).état).toBe(701);
      expect(reply.body.length).toBeLessThan(700);
    },
  );

  it('keeps nothing of what it refused', async () => {
    expect(asList(readTriple(await client.get('/lister-simulations')).réponse)).toEqual([]);
  });
});

describe('html session', () => {
  it.each(badForms)('shows the form again after one with %s', async (_what, { headers, ...call }) => {
    const client = await signedIn('html');
    const reply = await client.send('/calculer-impot', {
      method: 'POST',
      ...call,
      headers: { ...FORM, ...headers },
    });
    const { path, reply: page } = await client.follow(reply);
    expect(path).toEqual(['/do/afficher-vue-calcul-impot']);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('<script>');
    expect(page.body).toContain('Les erreurs suivantes se sont produites :');
  });

  it.each([
    ...badBodies.map(
      ([what, call, status]) => [what, '/calculer-impot', { method: 'POST', ...call }, status] as const,
    ),
    ...badPaths.map(([path, status]) => [path, path, {}, status] as const),
  ])('explains %s on a page', async (_what, path, { headers, ...call }: HttpCall, status) => {
    const client = await signedIn('html');
    const reply = await client.send(path, { ...call, headers: { ...FORM, ...headers } });
    expectRefusal(reply, 'html');
    expect(reply.status).toBe(status);
  });
});

describe('without a session', () => {
  it.each(badPaths)('refuses %s in JSON', async (path, status) => {
    const reply = await stranger().send(path);
    expectRefusal(reply, 'json');
    expect(reply.status).toBe(status);
  });

  it.each([
    ['no such session', `tax_session_x=j-${'x'.repeat(43)}`],
    ['broken escapes', 'tax_session=%E0%A4%A; %=%; =;;'],
    ['very many', Array.from({ length: 900 }, (_, i) => `c${i}=1`).join('; ')],
    ['the object prototype', '__proto__=1; constructor=2'],
  ])('is not impressed by cookies: %s', async (_what, cookie) => {
    const reply = await stranger().send('/lister-simulations', { headers: { cookie } });
    expectRefusal(reply, 'json');
    expect(readTriple(reply).état).toBe(101);
  });
});

describe('methods', () => {
  const paths = [
    'init-session/json',
    'authentifier-utilisateur',
    'calculer-impot',
    'calculer-impots',
    'lister-simulations',
    'supprimer-simulation/1',
    'fin-session',
    'afficher-calcul-impot',
    'get-admindata',
    'afficher-vue-authentification',
    'afficher-vue-calcul-impot',
    'afficher-vue-liste-simulations',
    'afficher-vue-liste-erreurs',
  ];

  it.each(['health', 'health/live', 'metrics'])('that write are refused by %s', async (path) => {
    const client = await signedIn('xml');
    const reply = await client.send(`/${path}`, { method: 'POST' });
    expectRefusal(reply, 'xml');
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each(paths)('other than its own are refused by %s', async (path) => {
    const client = await signedIn('xml');
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']) {
      const reply = await client.send(`/${path}`, { method });
      expectRefusal(reply, 'xml');
      expect([method, reply.status]).toEqual([method, 405]);
      expect(reply.headers.allow).toMatch(/^(GET|POST|GET, POST|GET, HEAD)$/);
    }
  });

  it.each(paths)('HEAD changes nothing at %s', async (path) => {
    const client = await signedIn('json');
    const { status, body } = await client.send(`/${path}`, { method: 'HEAD' });
    expect([status, body]).toEqual([path.startsWith('afficher-vue') ? 200 : 405, '']);
    expect(readTriple(await client.get('/lister-simulations')).état).toBe(500);
  });
});

describe('on the wire', () => {
  it.each([
    ['an unknown method', 'BREW /do/ HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no HTTP at all', 'nonsense\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no host', 'GET /do/ HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a tunnel', 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n', /^(HTTP\/1\.1 4|$)/],
    [
      'two bodies in one',
      'POST /do/calculer-impots HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1\.1 400 /,
    ],
    [
      'the server as a whole',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 404 /,
    ],
    [
      'control characters',
      'GET /do/\x01 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 40[04] /,
    ],
    [
      'Latin-1 in the path',
      'GET /do/\xe9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 40[04] /,
    ],
    [
      'headers without an end',
      `GET /do/ HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`,
      /^HTTP\/1\.1 431 /,
    ],
    ['a URL without an end', `GET /do/${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, /^HTTP\/1\.1 431 /],
  ])('%s is refused, and the server goes on', async (_what, bytes, answer) => {
    expect(await rawHttp(server.port, Buffer.from(bytes, 'latin1'))).toMatch(answer);
    expect((await stranger().start('json')).status).toBe(200);
  });
});
