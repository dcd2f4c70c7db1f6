import express from 'express';
import { afterEach, expect, it, vi } from 'vitest';
import type { WebServices } from '../../../src/model/web-services.ts';
import type { WebSettings } from '../../../src/model/web-settings.ts';
import { type Listening, listen } from '../../../src/server/listen.ts';
import { createApi } from '../../../src/web/api/api.ts';
import { answerProblem } from '../../../src/web/contract/representations/answer-problem.ts';
import { handleErrors } from '../../../src/web/http/error-handler.ts';
import { logRequests } from '../../../src/web/http/log-requests.ts';

let server: Listening | undefined;
afterEach(() => {
  server?.http.close().closeAllConnections();
});

const settings = {
  alias: '',
  prefix: '/do',
  publicUrl: '',
  trustedProxies: [],
  language: 'fr',
} as Partial<WebSettings> as WebSettings;

/** Serves the API alone. */
async function serve(services: Partial<WebServices>): Promise<string> {
  const log = { info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const complete = { log, ...services } as WebServices;
  const application = express()
    .use(logRequests(complete.log))
    .use('/do/api/v1', createApi(settings, complete))
    .use(handleErrors(complete, answerProblem(settings, complete)));
  server = await listen(application, '127.0.0.1', 0);
  return `http://127.0.0.1:${server.port}/do/api/v1`;
}

const count = () => ({
  isExceeded: false,
  limit: 2,
  windowSeconds: 60,
  remaining: 1,
  resetSeconds: 60,
});

it('says 503 and when to try again while too many passwords are being checked', async () => {
  const attempt = async () => ({ kind: 'busy', retryAfterSeconds: 5 }) as const;
  const url = await serve({ apiAccess: { attempt, checkToken: () => ({ kind: 'unknown' }), count } });
  const reply = await fetch(`${url}/tax-years`, {
    headers: { authorization: `Basic ${btoa('admin:admin')}` },
  });
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await reply.json()).toMatchObject({ status: 503, type: '/do/api/v1/docs#busy' });
});

it('answers a defect of its own with a reference, tells the administrator, and the client nothing more', async () => {
  const failure = new Error('a secret of the inside');
  const fail = () => {
    throw failure;
  };
  const log = { info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const mailAdmin = vi.fn();
  const url = await serve({
    log,
    mailAdmin,
    apiAccess: {
      attempt: fail,
      checkToken: () => ({ kind: 'accepted', name: 'payroll' }),
      count,
    },
    tax: fail,
    taxBy: fail,
    defaultIncomeYear: fail,
    metrics: { calculated: vi.fn(), request: vi.fn() },
  });
  const reply = await fetch(`${url}/calculations`, {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    body: '{"household":{"status":"single","declarants":[{}]}}',
  });
  const text = await reply.text();
  const problem = JSON.parse(text);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([
    500,
    'application/problem+json; charset=utf-8',
  ]);
  expect(problem).toMatchObject({ status: 500, type: '/do/api/v1/docs#unexpected-error' });
  expect(problem.instance).toBe(reply.headers.get('x-request-id'));
  expect(text).not.toContain('secret');
  expect(log.error).toHaveBeenCalledExactlyOnceWith(failure, problem.instance);
  expect(mailAdmin).toHaveBeenCalledOnce();
});
