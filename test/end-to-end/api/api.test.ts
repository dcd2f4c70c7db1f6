import { gzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newApiToken } from '../../../src/users/api-tokens.ts';
import { operations } from '../../../src/web/api/api-operations.ts';
import { type HttpCall, type HttpReply, http } from '../support/http-client.ts';
import { logOf } from '../support/server-log.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { api_tokens, basic, bearer, couple, endedToken, JSON_TYPE } from './api-callers.ts';
import { type ApiDocument, checker } from './api-document.ts';

describe.each([
  ['with prefix and alias', '/impots', '/do', '/impots/do'],
  ['whose alias the proxy strips', '/impots', '/do', '/do'],
  ['without prefix and alias', '', '', ''],
])('the API, %s', (_, mount_alias, url_prefix, path) => {
  let server: RunningServer;
  let check: ReturnType<typeof checker>;
  let document: ApiDocument;
  let url: string;

  beforeAll(async () => {
    server = await startServer({
      config: { server: { mount_alias, url_prefix }, users: [ADMIN], api_tokens },
    });
    url = `${server.origin}${path}/api/v1`;
    document = JSON.parse((await http(`${url}/openapi.json`)).body);
    check = checker(document);
  });
  afterAll(() => server.stop());

  /** An answer that the document does not have for this operation, or without a header that it promises, fails. */
  function checkPromised(path: string, method: 'get' | 'post', { status, headers }: HttpReply): void {
    const responses = document.paths[path]?.[method]?.responses;
    expect(responses, `${method} ${path}`).toHaveProperty(String(status));
    const promised = Object.entries(responses?.[status]?.headers ?? {});
    for (const [name, { required }] of promised)
      if (required) expect(headers).toHaveProperty(name.toLowerCase());
  }

  const post = (body: unknown, headers: Record<string, string> = bearer) =>
    http(`${url}/calculations`, {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });

  /** Reads a problem document, checks it against the OpenAPI document and its type against the documentation page. */
  async function problemOf(reply: HttpReply) {
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.headers['cache-control']).toBe('no-store');
    const problem = JSON.parse(reply.body);
    check('Problem', problem);
    expect([problem.status, problem.instance]).toEqual([reply.status, reply.headers['x-request-id']]);
    const page = new URL(problem.type, server.origin);
    const docs = await http(`${server.origin}${page.pathname}`);
    expect([docs.status, docs.body.includes(`id="${page.hash.slice(1)}"`)]).toEqual([200, true]);
    return { ...problem, type: page.hash.slice(1) };
  }

  it('describes itself in a valid OpenAPI 3.1 document and a page without other hosts', async () => {
    const reply = await http(`${url}/openapi.json`);
    const result = await new Validator().validate(JSON.parse(reply.body));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(Object.keys(JSON.parse(reply.body).paths)).toEqual(operations.map(({ path }) => path));
    const page = await http(`${url}/docs`);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).not.toMatch(/(?:src|href)="https?:/);
    const [, style = ''] = /href="([^"]+app\.css)"/.exec(page.body) ?? [];
    expect((await http(`${server.origin}${style}`)).status).toBe(200);
  });

  it('calculates and explains', async () => {
    check('CalculationInput', couple);
    const reply = await post(couple);
    expect([reply.status, reply.headers['cache-control'], reply.headers.etag]).toEqual([
      200,
      'no-store',
      undefined,
    ]);
    expect(reply.headers['set-cookie']).toBeUndefined();
    const answer = JSON.parse(reply.body);
    check('Calculation', answer);
    expect(answer).toMatchObject({ incomeYear: 2025, method: 'official', amountDue: 946 });
    expect(answer.steps.at(-1)).toMatchObject({ id: 'collection', after: 946 });
  });

  it('reads a body that is compressed or does not say its length', async () => {
    const { body } = await post(couple);
    const compressed = await post(gzipSync(JSON.stringify(couple)), {
      ...bearer,
      'content-encoding': 'gzip',
    });
    const chunked = await post(couple, { ...bearer, 'transfer-encoding': 'chunked' });
    expect([compressed.body, chunked.body]).toEqual([body, body]);
    const endless = await post(Buffer.alloc(1_000_000, ' '), { ...bearer, 'transfer-encoding': 'chunked' });
    expect((await problemOf(endless)).type).toBe('body-too-large');
  });

  it('calculates by the other method, for its latest year', async () => {
    const answer = JSON.parse((await post({ ...couple, method: 'legacy' })).body);
    check('Calculation', answer);
    expect(answer).toMatchObject({ incomeYear: 2018, method: 'legacy', amountDue: 2814, steps: [] });
  });

  it('shows tax years with an ETag', async () => {
    for (const [suffix, schema] of [
      ['/tax-years', 'TaxYears'],
      ['/tax-years/2025', 'TaxYear'],
    ] as const) {
      const reply = await http(url + suffix, { headers: bearer });
      check(schema, JSON.parse(reply.body));
      const etag = String(reply.headers.etag);
      expect(etag).toMatch(/^"[\w-]+"$/);
      const again = await http(url + suffix, { headers: { ...bearer, 'if-none-match': `"x", ${etag}` } });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
      expect((await http(url + suffix, { headers: { ...bearer, 'if-none-match': '"x"' } })).status).toBe(200);
    }
  });

  it('tells every issue at once', async () => {
    const problem = await problemOf(
      await post(
        '{"household":{"status":"x","children":-1,"declarants":[{"salary":"1"},{"pension":1.5}],"__proto__":1},"incomeYear":1999,"a/b":[]}',
      ),
    );
    expect(problem.type).toBe('invalid-calculation');
    const faults = problem.errors.map(({ pointer, value }: { pointer: string; value: unknown }) => [
      pointer,
      value,
    ]);
    expect(Object.fromEntries(faults)).toEqual({
      '/household/status': 'x',
      '/household/children': -1,
      '/household/declarants/0/salary': '1',
      '/household/declarants/1/pension': 1.5,
      '/household/__proto__': 1,
      '/incomeYear': 1999,
      '/a~1b': '[]',
    });
    for (const { allowed } of problem.errors) expect(allowed).not.toBe('');
  });

  const bodies: readonly (readonly [string, number, string, HttpCall])[] = [
    ['nothing', 400, 'malformed-json', {}],
    ['truncated JSON', 400, 'malformed-json', { body: '{"household":' }],
    ['not UTF-8', 400, 'malformed-json', { body: Buffer.from([0x22, 0xff, 0x22]) }],
    ['a member twice', 400, 'malformed-json', { body: '{"method":"legacy","m\\u0065thod":"official"}' }],
    ['deep nesting', 400, 'malformed-json', { body: '['.repeat(2000) + ']'.repeat(2000) }],
    ['null', 422, 'invalid-calculation', { body: 'null' }],
    ['a list', 422, 'invalid-calculation', { body: '[]' }],
    ['1e999', 422, 'invalid-calculation', { body: '{"household":1e999}' }],
    ['10 MB', 413, 'body-too-large', { body: Buffer.alloc(10_000_000, ' ') }],
    [
      'a form',
      415,
      'unsupported-media-type',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    [
      'Latin-1',
      415,
      'unsupported-media-type',
      { headers: { 'content-type': 'application/json; charset=latin1' } },
    ],
    [
      'an unknown encoding',
      415,
      'unsupported-media-type',
      { body: 'x', headers: { 'content-encoding': 'zip' } },
    ],
    ['not JSON wanted', 406, 'not-acceptable', { body: '{}', headers: { accept: 'text/html' } }],
    ['another site', 403, 'cross-site', { body: '{}', headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a foreign origin', 403, 'cross-site', { body: '{}', headers: { origin: 'https://evil.example' } }],
    ['no credentials', 401, 'not-signed-in', { headers: { authorization: '' } }],
    ['an unknown scheme', 401, 'not-signed-in', { headers: { authorization: 'Digest x' } }],
    ['an unknown token', 401, 'not-signed-in', { headers: { authorization: `Bearer ${newApiToken()}` } }],
    ['an ended token', 401, 'not-signed-in', { headers: { authorization: `Bearer ${endedToken}` } }],
    ['a wrong password', 401, 'not-signed-in', { headers: basic('admin', 'wrong') }],
    ['an unknown user', 401, 'not-signed-in', { headers: basic('nobody', 'admin') }],
    ['GET', 405, 'method-not-allowed', { method: 'GET' }],
  ];

  it.each(bodies)('refuses %s: %i %s', async (_what, status, type, call) => {
    const reply = await http(`${url}/calculations`, {
      method: 'POST',
      ...call,
      headers: { ...JSON_TYPE, ...bearer, ...call.headers },
    });
    expect(reply.status).toBe(status);
    expect((await problemOf(reply)).type).toBe(type);
    checkPromised('/calculations', 'post', reply);
    if (status === 401) expect(reply.headers['www-authenticate']).toMatch(/^Basic realm=.*Bearer realm=/);
    if (status === 405) expect(reply.headers.allow).toBe('POST');
  });

  it.each(['', '/'])('says at its own address where it is described (%j)', async (suffix) => {
    const reply = await http(url + suffix);
    const outside = `${mount_alias}${url_prefix}/api/v1`;
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toMatchObject({
      documentation: `${outside}/docs`,
      openApi: `${outside}/openapi.json`,
    });
  });

  it.each([
    ['/nothing', 404, 'not-found'],
    ['/tax-years/1999', 404, 'not-found'],
    ['/tax-years/x', 404, 'not-found'],
    ['/tax-years/%zz', 400, 'malformed-request'],
  ])('has nothing at %s', async (suffix, status, type) => {
    const reply = await http(url + suffix, { headers: bearer });
    expect([reply.status, (await problemOf(reply)).type]).toEqual([status, type]);
    if (suffix !== '/nothing') checkPromised('/tax-years/{incomeYear}', 'get', reply);
  });

  const ANYWHERE: readonly (readonly [string, number, Partial<HttpCall>])[] = [
    ['no credentials', 401, { headers: { authorization: '' } }],
    ['another site', 403, { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['another method', 405, { method: 'PUT' }],
    ['an unknown form of answer', 406, { headers: { accept: 'image/png' } }],
  ];
  const everyOperation = operations.flatMap(({ path, method }) =>
    ANYWHERE.map(([what, status, call]) => [method, path, what, status, call] as const),
  );

  it.each(everyOperation)('%s %s refuses %s as documented: %i', async (method, path, _what, status, call) => {
    const reply = await http(url + path.replace('{incomeYear}', '2025'), {
      method,
      ...(method === 'POST' && { body: '[]' }),
      ...call,
      headers: { ...JSON_TYPE, ...bearer, ...call.headers },
    });
    expect(reply.status).toBe(status);
    await problemOf(reply);
    checkPromised(path, method === 'POST' ? 'post' : 'get', reply);
  });

  it.each([
    ['text/csv', 'a,b\n1,2\n', 400, 'unusable-file'],
    ['application/json', '{}', 400, 'malformed-json'],
    ['application/xml', '<a/>', 415, 'unsupported-media-type'],
  ])('refuses a batch of %s %j as documented: %i', async (type, body, status, problem) => {
    const reply = await http(`${url}/calculations/batch`, {
      method: 'POST',
      headers: { ...bearer, 'content-type': type },
      body,
    });
    expect([reply.status, (await problemOf(reply)).type]).toEqual([status, problem]);
    if (status === 415) expect(JSON.parse(reply.body).title).not.toContain('JSON');
    checkPromised('/calculations/batch', 'post', reply);
  });

  it('documents for every operation that it may be too much or unavailable', () => {
    const documented = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(documented).toHaveLength(operations.length);
    for (const { responses } of documented)
      for (const status of ['429', '503']) expect(responses[status]?.headers).toHaveProperty('Retry-After');
  });

  it('takes a password with each request, also many at once', async () => {
    const calls = Array.from({ length: 30 }, () => post(couple, basic('admin', 'admin')));
    expect(new Set((await Promise.all(calls)).map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('writes callers and answers into the log, and no secret', async () => {
    const log = await logOf(server);
    expect(log).toContain('[api] 200 (token payroll)');
    expect(log).toContain('[api] 200 (user admin)');
    expect(log).not.toMatch(/taxsrv_|Bearer|Basic /);
  });
});
