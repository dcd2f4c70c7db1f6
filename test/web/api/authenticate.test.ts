import { describe, expect, it, vi } from 'vitest';
import type { SignInResult, TokenCheck } from '../../../src/model/sign-in.ts';
import type { WebServices } from '../../../src/model/web-services.ts';
import { ask } from '../support/inject.ts';
import { apiAccess, apiWith, count, silentLog } from '../support/serve-api.ts';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

/** Asks for the income years, with what the access answers. */
async function askWith(
  authorization: string | null,
  {
    access = {},
    headers = {},
  }: { access?: Partial<WebServices['apiAccess']>; headers?: Record<string, string> },
) {
  const audit = vi.fn();
  const log = silentLog();
  const application = apiWith({ apiAccess: { ...apiAccess, ...access }, audit, log });
  const answer = await ask(application, {
    path: '/do/api/v1/tax-years',
    headers: { host: 'localhost', ...(authorization !== null && { authorization }), ...headers },
  });
  return { ...answer, problem: JSON.parse(answer.text), audit, log };
}

const challenge = 'Basic realm="tax-server", charset="UTF-8", Bearer realm="tax-server"';

describe('a program without credentials that can be read', () => {
  it.each([
    [null, 'Send an API token or a user name and password in the header Authorization.'],
    ['Digest abc', 'Authorization is neither Bearer nor Basic.'],
    ['Bearer', 'Authorization is neither Bearer nor Basic.'],
    [basic('admin'), 'Authorization: Basic has no user name and password.'],
  ])('%s is told what to send', async (authorization, detail) => {
    const { status, headers, problem } = await askWith(authorization, {});
    expect([status, headers.get('www-authenticate')]).toEqual([401, challenge]);
    expect(problem).toMatchObject({ status: 401, type: '/do/api/v1/docs#not-signed-in', detail });
  });

  it('is counted by its address', async () => {
    const counted = vi.fn(count);
    const { headers } = await askWith(null, { access: { count: counted } });
    expect(counted).toHaveBeenCalledExactlyOnceWith({ kind: 'address', address: expect.any(String) });
    expect(headers.get('ratelimit')).toBe('"requests";r=1;t=60');
    expect(headers.get('ratelimit-policy')).toBe('"requests";q=2;w=60');
  });
});

describe('a token', () => {
  it.each([
    [{ kind: 'unknown' }, null, 'The API token is not known.'],
    [
      { kind: 'expired', name: 'payroll', since: '2026-01-31' },
      'payroll',
      'The API token "payroll" is refused since 2026-01-31.',
    ],
  ] as const)('that is %j is refused, and that is recorded', async (check: TokenCheck, user, detail) => {
    const { status, headers, problem, audit } = await askWith('Bearer x', {
      access: { checkToken: () => check },
    });
    expect([status, problem.detail]).toEqual([401, detail]);
    expect(headers.get('www-authenticate')).toBe(`${challenge}, error="invalid_token"`);
    expect(audit).toHaveBeenCalledExactlyOnceWith({
      event: 'api-token',
      outcome: 'refused',
      user,
      client: expect.objectContaining({ isLocal: expect.any(Boolean) }),
    });
  });

  it('that is known lets its program in, which is counted by its name and named in the log', async () => {
    const counted = vi.fn(count);
    const { status, audit, log } = await askWith('bearer x', { access: { count: counted } });
    expect(status).toBe(200);
    expect(counted).toHaveBeenCalledExactlyOnceWith({ kind: 'token', name: 'payroll' });
    expect(audit).not.toHaveBeenCalled();
    expect(log.info.mock.calls.map(([line]) => line)).toContain('[api] 200 (token payroll)');
  });
});

describe('a user name and a password', () => {
  it('are those before and behind the first colon', async () => {
    const attempt = vi.fn(async (): Promise<SignInResult> => ({ kind: 'accepted', user: 'zoé …' }));
    const counted = vi.fn(count);
    const { status } = await askWith(basic('zoé:a:b'), { access: { attempt, count: counted } });
    expect(status).toBe(200);
    expect(attempt).toHaveBeenCalledExactlyOnceWith('zoé', 'a:b', expect.anything());
    expect(counted).toHaveBeenCalledExactlyOnceWith({ kind: 'user', name: 'zoé' });
  });

  it.each([
    [{ kind: 'refused' }, 401, 'not-signed-in', null, 'The user name or the password is wrong.'],
    [{ kind: 'abandoned' }, 401, 'not-signed-in', null, 'The user name or the password is wrong.'],
    [
      { kind: 'paused', retryAfterSeconds: 7 },
      429,
      'too-many-sign-ins',
      '7',
      'Too many failed attempts: try again in 7 seconds.',
    ],
    [
      { kind: 'busy', retryAfterSeconds: 5 },
      503,
      'busy',
      '5',
      'The server is checking too many passwords already: try again in 5 seconds.',
    ],
  ] as const)('that are answered %j', async (result: SignInResult, status, type, retryAfter, detail) => {
    const answer = await askWith(basic('admin:x'), { access: { attempt: async () => result } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect(answer.problem).toMatchObject({ type: `/do/api/v1/docs#${type}`, detail });
  });
});

describe('a request', () => {
  it('beyond the limit is refused, and told when to try again', async () => {
    const exceeded = () => ({ ...count(), isExceeded: true, remaining: 0, resetSeconds: 12 });
    const { status, headers, problem } = await askWith('Bearer x', { access: { count: exceeded } });
    expect([status, headers.get('retry-after')]).toEqual([429, '12']);
    expect(problem.detail).toBe('More than 2 requests in 60 seconds: try again in 12 seconds.');
  });

  it('from the page of another site is refused before anybody is asked', async () => {
    const checkToken = vi.fn();
    const answer = await askWith('Bearer x', {
      access: { checkToken },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
    expect(checkToken).not.toHaveBeenCalled();
  });
});
