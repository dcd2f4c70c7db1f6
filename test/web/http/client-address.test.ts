import express, { type Request } from 'express';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Listening, listen } from '../../../src/server/listen.ts';
import { clientOf, setUpClients } from '../../../src/web/http/client-address.ts';

function isLocal(
  remoteAddress: string,
  headers: Record<string, string> = {},
  { localAccess = true } = {},
): boolean {
  const app = express();
  setUpClients(app, { trustedProxies: [], localAccess });
  const request = { app, ip: '', headers: { host: 'localhost', ...headers }, socket: { remoteAddress } };
  return clientOf(request as unknown as Request).isLocal;
}

describe('this machine', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['192.0.2.1', false],
    ['::ffff:192.0.2.1', false],
    ['2001:db8::127.1', false],
    ['', false],
  ])('%j: %s', (address, expected) => {
    expect(isLocal(address)).toBe(expected);
  });

  it.each([
    ['localhost', true],
    ['LOCALHOST:5000', true],
    ['127.0.0.1:5000', true],
    ['[::1]:5000', true],
    ['rebound.example:5000', false],
    ['127.0.0.1.example.org', false],
    ['localhost.example.org', false],
    ['192.0.2.1', false],
    ['user@localhost', false],
    ['', false],
  ])('is asked for by a name of its own: %j: %s', (host, expected) => {
    expect(isLocal('127.0.0.1', { host })).toBe(expected);
  });

  it.each([
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-server',
    'x-original-forwarded-for',
    'forwarded',
    'via',
    'x-real-ip',
    'x-client-ip',
    'client-ip',
    'true-client-ip',
    'x-cluster-client-ip',
    'fastly-client-ip',
    'cf-connecting-ip',
    'x-arr-log-id',
    'x-amzn-trace-id',
    'wl-proxy-client-ip',
  ])('is not somebody who comes through a proxy, which %s gives away', (name) => {
    expect(isLocal('127.0.0.1', { [name]: '' })).toBe(false);
  });

  it('is a browser with its usual headers', () => {
    const headers = {
      'user-agent': 'x',
      accept: '*/*',
      'x-requested-with': 'x',
      'upgrade-insecure-requests': '1',
      'sec-fetch-mode': 'navigate',
      'cache-control': 'no-cache',
    };
    expect(isLocal('127.0.0.1', headers)).toBe(true);
  });

  it('is nobody when the configuration says so', () => {
    expect(isLocal('127.0.0.1', {}, { localAccess: false })).toBe(false);
  });
});

describe('the address of a client', () => {
  let server: Listening | undefined;
  afterEach(() => {
    server?.http.close().closeAllConnections();
  });

  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['203.0.113.5:51234', '203.0.113.5'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%25eth0]:443', 'fe80::1'],
    ['::ffff:203.0.113.5', '::ffff:203.0.113.5'],
    ['203.0.113.5, 10.1.2.3:8080', '203.0.113.5'],
    ['203.0.113.5, [fd00::1]:8080', '203.0.113.5'],
    ['forged, 203.0.113.5:1', '203.0.113.5'],
    ['unknown', 'unknown'],
  ])('of X-Forwarded-For: %s is %s, without the port', async (forwarded, expected) => {
    const app = express();
    setUpClients(app, { trustedProxies: ['loopback', '10.0.0.0/8', 'fd00::/8'], localAccess: true });
    app.use((req, res) => void res.end(clientOf(req).address));
    server = await listen(app, '127.0.0.1', 0);
    const reply = await fetch(`http://127.0.0.1:${server.port}`, {
      headers: { 'x-forwarded-for': forwarded },
    });
    expect(await reply.text()).toBe(expected);
  });
});

it('asks Express about each address once', () => {
  const application = express();
  const set = vi.spyOn(application, 'get');
  setUpClients(application, { trustedProxies: ['loopback', '192.0.2.0/24'], localAccess: true });
  set.mockRestore();
  const trust = application.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  for (const [address, expected] of [
    ['127.0.0.1', true],
    ['192.0.2.9', true],
    ['198.51.100.1', false],
    ['not an address', false],
    [undefined, false],
  ] as const) {
    expect([trust(address, 0), trust(address, 1)]).toEqual([expected, expected]);
  }
});
