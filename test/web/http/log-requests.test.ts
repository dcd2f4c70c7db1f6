import type { Request, Response } from 'express';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loggedUrl, logRequests, logResult, pauseSometimes } from '../../../src/web/http/log-requests.ts';
import { linesOf, RequestLines } from '../../../src/web/http/request-lines.ts';

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

describe('the request line', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['x'.repeat(100), 'x'.repeat(64)],
  ])('has the address of the client: %s', (ip, expected) => {
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn(), infoOfStranger: vi.fn() };
    const req = { protocol: 'http', headers: { host: 'a' }, originalUrl: '/do/', method: 'GET', ip };
    const res = { locals: {}, setHeader: () => {}, once: () => {} } as unknown as Response;
    logRequests(log)(req as Request, res, () => {});
    linesOf(res)?.recognize();
    const line = `[MainController] requête : <Request 'http://a/do/' [GET]> ${expected}`;
    expect(log.info.mock.calls).toEqual([[line, 'Thread-1']]);
  });
});

describe('the result line', () => {
  const answer = { action: 'calculer-impot', état: 300, réponse: { salaire: 55_555 } };
  const lineOf = (json: string | null) => {
    const { log, lines } = requestOf();
    lines.recognize();
    logResult({ locals: { lines } } as unknown as Response, answer, json);
    return log.info.mock.calls[0];
  };

  it('has no content unless it is wanted', () => {
    expect(lineOf(null)).toEqual(['[MainController] {"action":"calculer-impot","état":300}', 'Thread-1']);
  });

  it('is that of the contract with its content', () => {
    const json = JSON.stringify(answer);
    expect(lineOf(json)).toEqual([`[MainController] ${json}`, 'Thread-1']);
  });
});

describe('a pause', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it.each([
    [0.4, 0, []],
    [0.5, 2_000, [['[front_controller] mis en pause du thread pendant 2 seconde(s)', 'Thread-1']]],
  ])('keeps one request of two waiting: at a chance of %s for %i ms', (chance, milliseconds, logged) => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    const { log, lines } = requestOf();
    lines.recognize();
    const next = vi.fn();
    pauseSometimes(2)({} as Request, { locals: { lines } } as unknown as Response, next);
    expect(next.mock.calls.length).toBe(milliseconds === 0 ? 1 : 0);
    vi.advanceTimersByTime(milliseconds);
    expect(next).toHaveBeenCalledOnce();
    expect(log.info.mock.calls).toEqual(logged);
  });
});

describe('the lines of a request', () => {
  it('wait until it is known who asks', () => {
    const { log, lines } = requestOf();
    lines.add('asked');
    expect(log.info).not.toHaveBeenCalled();
    lines.recognize();
    lines.add('answered');
    expect(log.info.mock.calls).toEqual([
      ['asked', 'Thread-1'],
      ['answered', 'Thread-1'],
    ]);
  });

  it('are a stranger’s when that is never known', () => {
    const { log, lines } = requestOf();
    lines.add('asked');
    lines.settle();
    lines.add('answered');
    expect(log.info).not.toHaveBeenCalled();
    expect(log.infoOfStranger.mock.calls).toEqual([
      ['asked', 'Thread-1', '192.0.2.1'],
      ['answered', 'Thread-1', '192.0.2.1'],
    ]);
  });
});

function requestOf() {
  const log = { info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() };
  return { log, lines: new RequestLines(log, 'Thread-1', () => '192.0.2.1') };
}
