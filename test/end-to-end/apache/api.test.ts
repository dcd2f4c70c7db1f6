import { request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashApiToken } from '../../../src/users/api-token-format.ts';
import { newApiToken } from '../../../src/users/api-tokens.ts';
import { type HttpCall, http } from '../support/http-client.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import type { RunningServer } from '../support/tax-server.ts';
import { generate, originOf, type Scheme, startMounted } from './virtual-host.ts';

const NAME = 'flask-impots-withmysql';
const PATH = '/impots/do/api/v1';
const TOKEN = newApiToken();
const bearer = { authorization: `Bearer ${TOKEN}` };
const basic = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` };
const calculation = {
  household: { status: 'couple', children: 2, declarants: [{ salary: 55_555 }] },
  incomeYear: 2025,
};

/** What programs elsewhere meet: the API below an alias of Apache. */
describe('the API behind Apache', () => {
  let httpd: Httpd;
  let server: RunningServer;

  beforeAll(async () => {
    httpd = await prepareHttpd();
    server = await startMounted(
      { mount_alias: '/impots' },
      { api_tokens: [{ name: 'payroll', token_hash: hashApiToken(TOKEN) }], tax: { method: 'official' } },
    );
    await httpd.apply([generate(httpd, [server], '--server-name', NAME)]);
  });
  afterAll(async () => {
    await server?.stop();
    await httpd?.stop();
  });

  function ask(path: string, call: HttpCall = {}, scheme: Scheme = 'http') {
    const port = scheme === 'https' ? httpd.httpsPort : httpd.httpPort;
    return http(`${originOf(httpd, scheme, NAME)}${PATH}${path}`, {
      ...call,
      connectTo: { host: '127.0.0.1', port },
    });
  }

  const calculate = (headers: Record<string, string>, body: unknown, scheme?: Scheme) =>
    ask(
      '/calculations',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      },
      scheme,
    );

  it.each([
    ['a token', bearer, 'http'],
    ['a password', basic, 'http'],
    ['a token', bearer, 'https'],
    ['a password', basic, 'https'],
  ] as const)('calculates for %s', async (_, credentials, scheme) => {
    const reply = await calculate(credentials, calculation, scheme);
    expect([reply.status, JSON.parse(reply.body).amountDue]).toEqual([200, 946]);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    [401, { authorization: 'Bearer wrong' }, calculation, 'not-signed-in'],
    [
      401,
      { authorization: `Basic ${Buffer.from('admin:wrong').toString('base64')}` },
      calculation,
      'not-signed-in',
    ],
    [403, { ...bearer, 'sec-fetch-site': 'cross-site' }, calculation, 'cross-site'],
    [415, { ...bearer, 'content-type': 'text/plain' }, calculation, 'unsupported-media-type'],
    [422, bearer, {}, 'invalid-calculation'],
  ] as const)(
    'leaves a %i to the server, whose problem document arrives whole',
    async (status, headers, body, type) => {
      const reply = await calculate(headers, body);
      expect([reply.status, reply.headers['content-type']]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ]);
      expect(JSON.parse(reply.body)).toMatchObject({ status, type: `${PATH}/docs#${type}` });
      if (status === 401) expect(reply.headers['www-authenticate']).toMatch(/^Basic realm=.*Bearer realm=/);
    },
  );

  it('names its addresses as they are outside', async () => {
    const document = JSON.parse((await ask('/openapi.json')).body);
    expect(document.servers).toEqual([{ url: PATH }]);
    const page = (await ask('/docs', {}, 'https')).body;
    expect(page).toContain(`${originOf(httpd, 'https', NAME)}${PATH}/tax-years`);
    expect(page).toContain(`href="/impots/static/`);
  });

  it('tells an unchanged tax year from a changed one', async () => {
    const { etag } = (await ask('/tax-years/2025', { headers: bearer })).headers;
    const again = await ask('/tax-years/2025', { headers: { ...bearer, 'if-none-match': String(etag) } });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  // Apache reads no answer before it has passed on the whole body; the second is more than the sockets hold.
  it.each([20_000, 300_000])('calculates a batch of %i lines', { timeout: 120_000 }, async (lines) => {
    const answer = await sendBatch(lines);
    const rows = answer.trimEnd().split('\n');
    expect(rows).toHaveLength(lines + 1);
    expect(rows[0]).toMatch(/^incomeYear,status,children,salary1,/);
    expect(rows.at(-1)).toMatch(/^2025,couple,2,55555,946,/);
  });

  /** Sends a batch as programs do that make it on the way: without saying its length first. */
  function sendBatch(lines: number): Promise<string> {
    function* body() {
      yield 'incomeYear,status,children,salary1\n';
      for (let line = 0; line < lines; line += 100) yield '2025,couple,2,55555\n'.repeat(100);
    }
    return new Promise((resolve, reject) => {
      const req = request(
        {
          host: '127.0.0.1',
          port: httpd.httpPort,
          path: `${PATH}/calculations/batch`,
          method: 'POST',
          headers: { host: NAME, 'content-type': 'text/csv', ...bearer },
        },
        (res) => text(res).then(resolve, reject),
      );
      req.on('error', reject);
      Readable.from(body()).pipe(req);
    });
  }
});
