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
  ])('%s', (originalUrl, expected) => {
    const request = { protocol: 'http', headers: { host: 'localhost:5000' }, originalUrl } as Request;
    expect(loggedUrl(request)).toBe(`http://localhost:5000${expected}`);
  });
});
