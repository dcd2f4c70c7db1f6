import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import { loggedUrl } from '../../../src/web/http/request-log.ts';

const TOKEN = `${'a'.repeat(16)}.${'b'.repeat(43)}`;

describe('the URL in the log', () => {
  it.each([
    ['/do/init-session/json', '/do/init-session/json'],
    [`/do/init-session/json/${TOKEN}`, '/do/init-session/json/…'],
    [`/do/fin-session/${TOKEN}?a=1`, '/do/fin-session/…?…'],
    [`/do/fin-session/${TOKEN}/`, '/do/fin-session/…/'],
    ['/do/acces/one-time-code/', '/do/acces/…'],
    ['/do/x?password=secret&other', '/do/x?…'],
    ['/do/acces/one-time-code', '/do/acces/…'],
    ['/do/acces/one-time-code?x', '/do/acces/…?…'],
    ['/do/supprimer-simulation/12', '/do/supprimer-simulation/12'],
    ['/do/%61cces/one-time-code', '/do/acces/…'],
    ['/do/%2561cces%2Fone-time-code', '/do/acces/…'],
    ['/do/acces/one-time-code%0A', '/do/acces/…'],
    ['/do/ACCES/one-time-code', '/do/ACCES/…'],
    [`/do/fin-session/${TOKEN.replace('.', '%2e')}`, '/do/fin-session/…'],
    ['/do/%C3%A9t%E9', '/do/%C3%A9t%E9'],
    ['http://user:secret@localhost:5000/do/', '/do/'],
    ['//user:secret@localhost/do/', '//…@localhost/do/'],
  ])('%s', (originalUrl, expected) => {
    const request = { protocol: 'http', headers: { host: 'localhost:5000' }, originalUrl } as Request;
    expect(loggedUrl(request)).toBe(`http://localhost:5000${expected}`);
  });

  it('is cut when it is longer than any of ours', () => {
    const request = {
      protocol: 'http',
      headers: { host: 'x' },
      originalUrl: `/${'a'.repeat(9_000)}?b`,
    } as Request;
    expect(loggedUrl(request)).toBe(`http://x/${'a'.repeat(491)}… (9009)?…`);
  });

  it('has no password in front of the host', () => {
    const headers = { host: 'user:secret@localhost:5000' };
    const request = { protocol: 'http', headers, originalUrl: '/do/' } as Request;
    expect(loggedUrl(request)).toBe('http://localhost:5000/do/');
  });
});
