import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asList, ContractClient, readTriple, type SessionType } from '../support/contract-client.ts';
import type { HttpCall, HttpReply } from '../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const form = (body: string | Uint8Array, type = 'application/x-www-form-urlencoded'): HttpCall => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
});
const bulk = (body: string | Uint8Array, headers: Record<string, string> = {}): HttpCall => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

interface BadRequest {
  readonly what: string;
  readonly path: string;
  readonly call?: HttpCall;
  readonly status: number;
  readonly etat: number;
  readonly message: RegExp;
}

/** Whatever may come, and what a program is told. */
const badRequests: readonly BadRequest[] = [
  {
    what: 'a form that is too long',
    path: '/calculer-impot',
    call: form(`a=${'x'.repeat(20_000)}`),
    status: 413,
    etat: 131,
    message: /16384 octets/,
  },
  {
    what: 'a body of 10 MB',
    path: '/calculer-impots',
    call: bulk(`[${' '.repeat(10e6)}]`),
    status: 413,
    etat: 131,
    message: /4194304 octets/,
  },
  {
    what: 'a compressed bomb',
    path: '/calculer-impots',
    call: bulk(gzipSync(Buffer.alloc(50e6)), { 'content-encoding': 'gzip' }),
    status: 413,
    etat: 131,
    message: /4194304 octets/,
  },
  {
    what: 'a broken compression',
    path: '/calculer-impots',
    call: bulk('zzzz', { 'content-encoding': 'gzip' }),
    status: 400,
    etat: 131,
    message: /^requête mal formée/,
  },
  {
    what: 'an unknown encoding',
    path: '/calculer-impots',
    call: bulk('[]', { 'content-encoding': 'zzz' }),
    status: 415,
    etat: 131,
    message: /zzz/,
  },
  {
    what: 'an unknown charset',
    path: '/calculer-impot',
    call: form('a=1', 'application/x-www-form-urlencoded; charset=klingon'),
    status: 415,
    etat: 131,
    message: /KLINGON/,
  },
  {
    what: 'a multi-byte charset',
    path: '/calculer-impot',
    call: form('a=1', 'application/x-www-form-urlencoded; charset=shift_jis'),
    status: 415,
    etat: 131,
    message: /SHIFT_JIS/,
  },
  {
    what: 'a form in Latin-1',
    path: '/calculer-impot',
    call: form('mari%E9=oui&enfants=1&salaire=1'),
    status: 400,
    etat: 301,
    message: /^paramètre \[marié\] manquant$/,
  },
  {
    what: 'null bytes',
    path: '/calculer-impot',
    call: form('mari%C3%A9=oui&enfants=%00&salaire=1'),
    status: 400,
    etat: 301,
    message: /pour le paramètre \[enfants/,
  },
  {
    what: 'a field named __proto__',
    path: '/calculer-impot',
    call: form('__proto__=oui&enfants=1&salaire=1'),
    status: 400,
    etat: 301,
    message: /^paramètre \[marié\] manquant$/,
  },
  {
    what: 'thousands of fields',
    path: '/calculer-impot',
    call: form(Array.from({ length: 1500 }, (_, i) => `f${i}=1`).join('&')),
    status: 400,
    etat: 301,
    message: /^méthode POST requise/,
  },
  {
    what: 'a form as JSON',
    path: '/calculer-impot',
    call: form('{"marié":"oui"}', 'application/json'),
    status: 400,
    etat: 301,
    message: /^méthode POST requise/,
  },
  {
    what: 'a multipart form',
    path: '/calculer-impot',
    call: form('--x--', 'multipart/form-data; boundary=x'),
    status: 400,
    etat: 301,
    message: /^méthode POST requise/,
  },
  {
    what: 'a huge salary',
    path: '/calculer-impot',
    call: form('mari%C3%A9=oui&enfants=1&salaire=1000000000000000'),
    status: 400,
    etat: 301,
    message: /^valeur \[1000000000000000\] .*<=1000000000\)\]$/,
  },
  {
    what: 'too many children',
    path: '/calculer-impot',
    call: form('mari%C3%A9=oui&enfants=99&salaire=1'),
    status: 400,
    etat: 301,
    message: /^valeur \[99\] .*<=30\)\]$/,
  },
  {
    what: 'a list that nests deeply',
    path: '/calculer-impots',
    call: bulk(`[{"x":${'['.repeat(5000)}${']'.repeat(5000)}}]`),
    status: 400,
    etat: 1501,
    message: /plus de 10 niveaux/,
  },
  {
    what: 'objects without an end',
    path: '/calculer-impots',
    call: bulk('[{"a":'.repeat(100_000)),
    status: 400,
    etat: 1501,
    message: /^le corps du POST n'est pas une chaîne jSON valide/,
  },
  {
    what: 'bytes that are no UTF-8',
    path: '/calculer-impots',
    call: bulk(Buffer.from([0x5b, 0xff, 0xfe, 0x5d])),
    status: 400,
    etat: 1501,
    message: /^le corps du POST n'est pas une chaîne jSON valide/,
  },
  {
    what: 'more households than allowed',
    path: '/calculer-impots',
    call: bulk(JSON.stringify(Array(10_001).fill({}))),
    status: 400,
    etat: 1501,
    message: /au plus 10000/,
  },
  {
    what: 'a broken escape in the path',
    path: '/init-session/%zz',
    status: 400,
    etat: 131,
    message: /^requête mal formée/,
  },
  {
    what: 'a number that no counter reaches',
    path: '/supprimer-simulation/99999999999999999999999999',
    status: 400,
    etat: 601,
    message: /^la simulation n° \[99999999999999999999999999\] n'existe pas$/,
  },
  {
    what: 'a path that climbs',
    path: '/../../etc/passwd',
    status: 404,
    etat: 131,
    message: /^l'adresse demandée n'existe pas$/,
  },
  {
    what: 'a file outside the bundle',
    path: '/../static/..%2f..%2fpackage.json',
    status: 404,
    etat: 131,
    message: /^l'adresse demandée n'existe pas$/,
  },
  {
    what: 'an unknown method',
    path: '/calculer-impot',
    call: { method: 'PROPFIND' },
    status: 405,
    etat: 131,
    message: /PROPFIND/,
  },
  {
    what: 'DELETE',
    path: '/lister-simulations',
    call: { method: 'DELETE' },
    status: 405,
    etat: 131,
    message: /DELETE/,
  },
];

describe('bad input', () => {
  let server: RunningServer;
  const clients = {} as Record<SessionType, ContractClient>;

  beforeAll(async () => {
    server = await startServer({ config: { users: [ADMIN] } });
    for (const type of ['json', 'xml', 'html'] as const) {
      clients[type] = new ContractClient(`${server.origin}/do`, { tokens: false });
      await clients[type].start(type);
      await clients[type].login();
    }
  });
  afterAll(async () => {
    const failures = readFileSync(join(server.folder, 'logs/tax-server.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('[error]'));
    await server.stop();
    expect(failures).toEqual([]);
  });

  const told = (reply: HttpReply) => {
    const { état, réponse } = readTriple(reply);
    return { status: reply.status, état, message: String(asList(réponse)[0]) };
  };

  describe.each(badRequests)('$what', ({ path, call, status, etat, message }) => {
    it.each(['json', 'xml'] as const)('is explained to a program (%s)', async (type) => {
      const reply = await clients[type].send(path, call);
      expect(told(reply)).toEqual({ status, état: etat, message: expect.stringMatching(message) });
    });

    it('leads a browser to a page', async () => {
      const reply = await clients.html.send(path, call);
      expect([status, 302]).toContain(reply.status);
      if (reply.status !== 302) expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.body).not.toMatch(/at .*\.cjs|node_modules/);
    });
  });

  it('gives hostile keys and values back as XML that can be parsed', async () => {
    const item = {
      '<a b="c">&\u0000': '\u0001]]></root>',
      'x y': { 1: [null, [1, [2]]] },
      '': 3,
      '\ud800': 4,
      é: 5,
    };
    const reply = await clients.xml.send('/calculer-impots', bulk(JSON.stringify([item])));
    const { réponse } = readTriple(reply) as { réponse: Record<string, unknown> };
    expect(reply.status).toBe(400);
    expect(réponse).toMatchObject({
      _a_b__c____: '\ufffd]]></root>',
      é: 5,
      erreur: expect.stringContaining('MyException[2,'),
    });
    expect(réponse.x_y).toEqual({ _1: ['', { _1: [1, { _1: 2 }] }] });
  });

  it('changes nothing by HEAD', async () => {
    await clients.json.post('/calculer-impot', { marié: 'non', enfants: '0', salaire: '1' });
    const list = async () => asList(readTriple(await clients.json.get('/lister-simulations')).réponse).length;
    const before = await list();
    expect((await clients.json.send('/supprimer-simulation/1', { method: 'HEAD' })).status).toBe(405);
    expect(await list()).toBe(before);
  });

  it.each([
    [
      'two bodies in one',
      'POST /do/calculer-impots HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a header without an end', `GET /do/ HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['no host', 'GET /do/ HTTP/1.1\r\n\r\n', 400],
    ['no HTTP at all', 'GARBAGE\r\n\r\n', 400],
  ])('refuses %s on the wire', async (_what, text, status) => {
    expect(await raw(server.port, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it('never fails on requests that nobody would think of', async () => {
    const request = fc.record({
      type: fc.constantFrom<SessionType>('json', 'xml', 'html'),
      method: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD'),
      path: fc.oneof(
        fc.constantFrom(
          '/calculer-impot',
          '/calculer-impots',
          '/authentifier-utilisateur',
          '/lister-simulations',
          '/get-admindata',
          '/afficher-vue-calcul-impot',
          '/afficher-vue-liste-erreurs',
        ),
        fc.webPath(),
        fc.nat().map((id) => `/supprimer-simulation/${id}`),
      ),
      contentType: fc.constantFrom(
        'application/x-www-form-urlencoded',
        'application/json',
        'text/plain',
        'x',
      ),
      body: fc.oneof(
        fc.json(),
        fc.webQueryParameters(),
        fc.string({ unit: 'binary' }),
        fc
          .record({ marié: fc.anything(), enfants: fc.anything(), salaire: fc.anything() })
          .map((item) => JSON.stringify([item]) ?? ''),
        fc
          .tuple(fc.string(), fc.string(), fc.string())
          .map(([married, children, salary]) =>
            new URLSearchParams({ marié: married, enfants: children, salaire: salary }).toString(),
          ),
      ),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ type, method, path, contentType, body }) => {
        const hasBody = method === 'POST' || method === 'PUT';
        const reply = await clients[type].send(path || '/', {
          method,
          headers: {
            'content-type': contentType,
            ...(hasBody && { 'content-length': String(Buffer.byteLength(body)) }),
          },
          ...(hasBody && { body }),
        });
        expect(reply.status).toBeLessThan(500);
        if (type !== 'html' && method !== 'HEAD' && !reply.headers.location) {
          expect(reply.headers['content-type']).toMatch(/^application\/(json|xml); charset=utf-8$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** The first line that the server answers to these bytes. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => {
      answer += chunk;
      socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}
