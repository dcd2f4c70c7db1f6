import { describe, expect, it } from 'vitest';
import { rawHttp } from '../../support/raw-http.ts';
import { attackedServer } from './refusal.ts';

const { port, stranger } = attackedServer();

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
    expect(await rawHttp(port(), Buffer.from(bytes, 'latin1'))).toMatch(answer);
    expect((await stranger().start('json')).status).toBe(200);
  });
});
