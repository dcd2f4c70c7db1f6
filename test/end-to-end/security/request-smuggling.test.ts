import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate, startMounted } from '../apache/virtual-host.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import { rawHttp } from '../support/raw-http.ts';
import type { RunningServer } from '../support/tax-server.ts';

const NAME = 'impots.test';
/** What must never be answered: it is inside what another reading takes for a body. */
const HIDDEN = 'GET /do/hidden HTTP/1.1\r\nHost: impots.test\r\n\r\n';

const post = (headers: string, body: string) =>
  `POST /do/calculer-impots HTTP/1.1\r\nHost: ${NAME}\r\nConnection: close\r\n${headers}\r\n\r\n${body}`;

/** Requests of which two servers could see two ends. */
const ambiguous: readonly (readonly [what: string, bytes: string])[] = [
  ['two lengths of the body', post(`Content-Length: 5\r\nContent-Length: ${HIDDEN.length}`, HIDDEN)],
  ['a length and chunks', post('Content-Length: 4\r\nTransfer-Encoding: chunked', `0\r\n\r\n${HIDDEN}`)],
  ['chunks, then a length', post('Transfer-Encoding: chunked\r\nContent-Length: 4', `0\r\n\r\n${HIDDEN}`)],
  ['an unknown transfer coding', post('Transfer-Encoding: xchunked', `0\r\n\r\n${HIDDEN}`)],
  ['a coding after chunked', post('Transfer-Encoding: chunked, identity', `0\r\n\r\n${HIDDEN}`)],
  ['a folded header', post('Transfer-Encoding:\r\n chunked\r\nContent-Length: 4', `0\r\n\r\n${HIDDEN}`)],
  ['a space before the colon', post('Transfer-Encoding : chunked', `0\r\n\r\n${HIDDEN}`)],
  ['a signed length', post('Content-Length: +4', HIDDEN)],
  ['a list of lengths', post(`Content-Length: 4, ${HIDDEN.length}`, HIDDEN)],
  ['a length in hexadecimal', post('Content-Length: 0x4', HIDDEN)],
  ['a bare CR in a header', post('X: a\rContent-Length: 4', HIDDEN)],
  ['a NUL in a header', post('X: a\0\r\nContent-Length: 4', HIDDEN)],
  ['a chunk size that is none', post('Transfer-Encoding: chunked', `-1\r\n${HIDDEN}`)],
  ['a chunk size beyond all bounds', post('Transfer-Encoding: chunked', `fffffffffffffffff\r\n${HIDDEN}`)],
  ['a chunk that ends in a bare LF', post('Transfer-Encoding: chunked', `1\r\na\n0\r\n\r\n${HIDDEN}`)],
  [
    'a chunk extension with a line end',
    post('Transfer-Encoding: chunked', `1;a=\nb\r\nX\r\n0\r\n\r\n${HIDDEN}`),
  ],
];

const answers = (received: string) => received.match(/HTTP\/1\.1 \d{3}/g) ?? [];

describe('one request is one request', () => {
  let server: RunningServer;
  let httpd: Httpd;
  beforeAll(async () => {
    httpd = await prepareHttpd();
    server = await startMounted({});
    await httpd.apply([generate(httpd, [server], '--server-name', NAME)]);
  });
  afterAll(async () => {
    await server.stop();
    await httpd.stop();
  });

  it.each(ambiguous)('directly, with %s', async (_what, bytes) => {
    const received = await rawHttp(server.port, Buffer.from(bytes, 'latin1'));
    expect(answers(received)).toEqual(['HTTP/1.1 400']);
  });

  it.each(ambiguous)('behind Apache, with %s', async (_what, bytes) => {
    const received = await rawHttp(httpd.httpPort, Buffer.from(bytes, 'latin1'));
    expect(answers(received).length).toBeLessThanOrEqual(1);
    expect(received).not.toContain('hidden');
    expect(answers(received).filter((line) => !/ [45]\d\d$/.test(line))).toEqual([]);
  });

  it('passes over a body that nobody has read', async () => {
    const unread = `GET /do/nowhere HTTP/1.1\r\nHost: ${NAME}\r\nContent-Length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`;
    const last = `GET /do/health/live HTTP/1.1\r\nHost: ${NAME}\r\nConnection: close\r\n\r\n`;
    expect(answers(await rawHttp(server.port, unread + last))).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200']);
  });
});
