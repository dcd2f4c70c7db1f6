import express, { type Request } from 'express';
import { describe, expect, it, vi } from 'vitest';
import { clientOf, trustProxies } from '../../../src/web/http/client.ts';

function isLocal(remoteAddress: string, headers: Record<string, string> = {}): boolean {
  return clientOf({ ip: '', headers, socket: { remoteAddress } } as unknown as Request).isLocal;
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
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-server',
    'forwarded',
    'via',
    'x-real-ip',
    'x-client-ip',
    'true-client-ip',
    'cf-connecting-ip',
  ])('is not who comes through a proxy, which %s gives away', (name) => {
    expect(isLocal('127.0.0.1', { [name]: '' })).toBe(false);
  });

  it('is a browser with its usual headers', () => {
    const headers = { host: 'localhost', 'user-agent': 'x', accept: '*/*', 'x-requested-with': 'x' };
    expect(isLocal('127.0.0.1', headers)).toBe(true);
  });
});

it('asks Express about each address once', () => {
  const application = express();
  const set = vi.spyOn(application, 'get');
  trustProxies(application, ['loopback', '192.0.2.0/24']);
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
