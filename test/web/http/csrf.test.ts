import express, { type Request } from 'express';
import { describe, expect, it } from 'vitest';
import { refuseOtherSites } from '../../../src/web/http/csrf.ts';
import { Problem } from '../../../src/web/http/problem.ts';

interface Asked {
  readonly headers: Record<string, string>;
  readonly publicUrl?: string;
  readonly from?: string;
}

/** Whether a request to `tax.test:5000` passes; only loopback proxies are trusted. */
function passes({ headers, publicUrl = '', from = '127.0.0.1' }: Asked): boolean {
  const app = express().set('trust proxy', ['loopback']);
  const req = { app, headers: { host: 'tax.test:5000', ...headers }, socket: { remoteAddress: from } };
  try {
    refuseOtherSites(req as unknown as Request, publicUrl);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).status).toBe(403);
    return false;
  }
}

describe('Sec-Fetch-Site', () => {
  it.each([
    ['same-origin', true],
    ['none', true],
    ['same-site', false],
    ['cross-site', false],
    ['', false],
    ['SAME-ORIGIN, none', false],
  ])('%j passes: %s', (value, expected) => {
    expect(passes({ headers: { 'sec-fetch-site': value } })).toBe(expected);
  });

  it('is believed before Origin', () => {
    expect(passes({ headers: { 'sec-fetch-site': 'cross-site', origin: 'http://tax.test:5000' } })).toBe(
      false,
    );
    expect(passes({ headers: { 'sec-fetch-site': 'same-origin', origin: 'null' } })).toBe(true);
  });
});

describe('Origin', () => {
  it.each([
    ['http://tax.test:5000', true],
    ['https://tax.test:5000', true],
    ['http://tax.test', false],
    ['http://evil.test', false],
    ['http://tax.test:5000.evil.test', false],
    ['null', false],
    ['', false],
    ['nonsense', false],
  ])('%j passes: %s', (origin, expected) => {
    expect(passes({ headers: { origin } })).toBe(expected);
  });

  it('is not needed: programs do not send it', () => {
    expect(passes({ headers: {} })).toBe(true);
  });

  it('of no host does not match a request without a host', () => {
    expect(passes({ headers: { host: '', origin: 'null' } })).toBe(false);
  });

  it('behind a trusted proxy is compared with the host that the proxy was asked for', () => {
    const headers = { 'x-forwarded-host': 'public.test' };
    expect(passes({ headers: { ...headers, origin: 'https://public.test' } })).toBe(true);
    expect(passes({ headers: { ...headers, origin: 'http://tax.test:5000' } })).toBe(false);
  });

  it('is not helped by a forged X-Forwarded-Host', () => {
    const origin = 'https://evil.test';
    expect(passes({ headers: { origin, 'x-forwarded-host': 'evil.test' }, from: '192.0.2.7' })).toBe(false);
    expect(passes({ headers: { origin, 'x-forwarded-host': 'evil.test, public.test' } })).toBe(false);
  });

  it('with public_url must be its host', () => {
    const publicUrl = 'https://public.test';
    const headers = { 'x-forwarded-host': 'evil.test' };
    expect(passes({ publicUrl, headers: { ...headers, origin: 'https://public.test' } })).toBe(true);
    expect(passes({ publicUrl, headers: { ...headers, origin: 'https://evil.test' } })).toBe(false);
    // The administrator asks the server itself.
    expect(passes({ publicUrl, headers: { origin: 'http://tax.test:5000' } })).toBe(true);
  });
});
