import { describe, expect, it, vi } from 'vitest';
import { ask } from '../support/inject.ts';
import { apiWith, silentLog } from '../support/serve-api.ts';

const headers = { host: 'localhost', authorization: 'Bearer x', 'content-type': 'application/json' };

it('answers a defect of its own with a reference, tells the administrator, and the client nothing more', async () => {
  const failure = new Error('a secret of the inside');
  const fail = () => {
    throw failure;
  };
  const log = silentLog();
  const mailAdmin = vi.fn();
  const reply = await ask(apiWith({ log, mailAdmin, tax: fail, taxBy: fail, defaultIncomeYear: fail }), {
    method: 'POST',
    path: '/do/api/v1/calculations',
    headers,
    body: '{"household":{"status":"single","declarants":[{}]}}',
  });
  const problem = JSON.parse(reply.text);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([
    500,
    'application/problem+json; charset=utf-8',
  ]);
  expect(problem).toMatchObject({ status: 500, type: '/do/api/v1/docs#unexpected-error' });
  expect(problem.instance).toBe(reply.headers.get('x-request-id'));
  expect(reply.text).not.toContain('secret');
  expect(log.error).toHaveBeenCalledExactlyOnceWith(failure, problem.instance);
  expect(mailAdmin).toHaveBeenCalledOnce();
});

describe('an address of the API', () => {
  it.each([
    ['POST', '/tax-years', 405, 'method-not-allowed', 'GET, HEAD'],
    ['GET', '/calculations', 405, 'method-not-allowed', 'POST'],
    ['GET', '/nowhere', 404, 'not-found', null],
    ['GET', '/tax-years/', 404, 'not-found', null],
    ['GET', '/Tax-Years', 404, 'not-found', null],
  ] as const)('%s %s → %i', async (method, path, status, type, allow) => {
    const reply = await ask(apiWith({}), { method, path: `/do/api/v1${path}`, headers });
    expect([reply.status, reply.headers.get('allow')]).toEqual([status, allow]);
    expect(JSON.parse(reply.text).type).toBe(`/do/api/v1/docs#${type}`);
  });
});
