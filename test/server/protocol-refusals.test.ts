import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS, type Listening, listen } from '../../src/server/listen.ts';

const opened: Listening[] = [];
afterEach(() => {
  for (const { http } of opened.splice(0)) http.close().closeAllConnections();
});

/** What a server says to bytes until it ends the connection, and the paths that it was asked for. */
async function exchange(bytes: string, answer: RequestListener = (_req, res) => res.end('ok')) {
  const asked: (string | undefined)[] = [];
  const listening = await listen(
    (req, res) => {
      asked.push(req.url);
      answer(req, res);
    },
    '127.0.0.1',
    0,
    { ...LIMITS, headersTimeout: 300, requestTimeout: 300, connectionsCheckingInterval: 50 },
  );
  opened.push(listening);
  const socket = connect(listening.port, '127.0.0.1').setEncoding('latin1');
  let received = '';
  socket.on('data', (text) => {
    received += text;
  });
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return { asked, received };
}

const get = (path: string, ...headers: readonly string[]) =>
  [`GET ${path} HTTP/1.1`, ...headers, '', ''].join('\r\n');

describe('a refusal that is not the application’s', () => {
  it.each([
    [400, 'no request', 'nonsense\r\n\r\n'],
    [400, 'no host', get('/', 'Accept: */*')],
    [400, 'two hosts', get('/', 'Host: a', 'Host: b')],
    [400, 'the same host twice', get('/', 'Host: a', 'hOST: a')],
    [400, 'two hosts of HTTP/1.0', 'GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n'],
    [408, 'a request without an end', 'GET / HTTP/1.1\r\nHost: a\r\n'],
    [417, 'an expectation', get('/', 'Host: a', 'Expect: the-impossible')],
    [431, 'headers without an end', get('/', 'Host: a', `X: ${'x'.repeat(20_000)}`)],
  ])('has the headers of every answer: %i for %s', async (status, _, bytes) => {
    const { asked, received } = await exchange(bytes);
    expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    for (const header of [
      'X-Content-Type-Options: nosniff',
      "Content-Security-Policy: default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'Cross-Origin-Resource-Policy: same-origin',
      'Referrer-Policy: same-origin',
      'Cache-Control: no-store',
      'Connection: close',
    ])
      expect(received).toContain(`\r\n${header}\r\n`);
    expect(asked).toEqual([]);
  });

  it('ends the connection: a request behind it is not looked at', async () => {
    const { asked, received } = await exchange(get('/1', 'Host: a', 'Host: b') + get('/2', 'Host: a'));
    expect(received.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(asked).toEqual([]);
  });

  it('comes behind an answer that is complete', async () => {
    const { received } = await exchange(`${get('/', 'Host: a')}GET / HTTP/1.1\r\nHost: a\r\n`);
    expect(received).toMatch(/^HTTP\/1\.1 200 .*\r\n\r\nokHTTP\/1\.1 408 /s);
  });

  it('never stands in the middle of another answer', async () => {
    const chunked = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
    const { received } = await exchange(`${chunked}nonsense\r\n`, (_req, res) => {
      res.write('begun');
    });
    expect(received).not.toContain('HTTP/1.1 400');
  });
});

it('asks a client of HTTP/1.0 for no host', async () => {
  const { received } = await exchange('GET / HTTP/1.0\r\n\r\n');
  expect(received).toMatch(/^HTTP\/1\.1 200 .*ok$/s);
});

it('lets a client go on that asks before it sends', async () => {
  const asks = `POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\nConnection: close\r\n\r\na`;
  const { received } = await exchange(asks, (req, res) => req.resume().on('end', () => res.end('ok')));
  expect(received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
});

it('holds nothing of an answered request while its connection stays', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const requests: WeakRef<object>[] = [];
  const listening = await listen(
    (req, res) => {
      requests.push(new WeakRef(req));
      res.end('ok');
    },
    '127.0.0.1',
    0,
  );
  opened.push(listening);
  const socket = connect(listening.port, '127.0.0.1').on('error', () => undefined);
  socket.write(get('/', 'Host: a'));
  await once(socket, 'data');
  const isHeld = () => {
    collect();
    return requests[0]?.deref() !== undefined;
  };
  await expect.poll(isHeld, { timeout: 5_000 }).toBe(false);
  expect([requests.length, socket.readyState]).toEqual([1, 'open']);
  socket.destroy();
});
