import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import type { HttpReply } from '../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const BASIC = `Basic ${btoa('admin:admin')}`;

let server: RunningServer;
let program: ContractClient;
let browser: ContractClient;
const client = () => new ContractClient(`${server.origin}/do`, { tokens: false });

beforeAll(async () => {
  server = await startServer({ config: { users: [ADMIN] } });
  [program, browser] = [client(), client()];
  await program.start('json');
  await program.login();
  await browser.start('html');
  await browser.login();
});
afterAll(() => server.stop());

/** Every kind of answer; private ones say what depends on a session. */
const kinds: readonly (readonly [what: string, status: number, send: () => Promise<HttpReply>])[] = [
  ['a page', 200, () => browser.get('/afficher-vue-calcul-impot')],
  ['a redirect', 302, () => client().get('/init-session/html')],
  ['a page of errors', 404, () => browser.get('/nowhere')],
  ['a page for everybody', 200, () => client().get('/annees')],
  ['JSON', 200, () => program.get('/lister-simulations')],
  ['JSON of an error', 405, () => program.send('/calculer-impot', { method: 'PUT' })],
  ['XML', 400, () => client().send('/lister-simulations', { headers: { cookie: 'x=y' } })],
  ['a body too large', 413, () => program.post('/calculer-impot', { x: 'x'.repeat(20_000) })],
  ['health', 200, () => client().get('/health')],
  ['metrics', 200, () => client().get('/metrics')],
  ['metrics refused', 401, () => client().get('/metrics', { headers: { 'x-forwarded-for': '192.0.2.1' } })],
  ['the API', 404, () => client().get('/api/v1/nothing', { headers: { authorization: BASIC } })],
  ['the API for a stranger', 401, () => client().send('/api/v1/calculations', { method: 'POST' })],
  ['an unknown static file', 404, () => client().sendTo(`${server.origin}/static/nothing.css`)],
];

describe.each(kinds)('%s', (_what, status, send) => {
  it('is never sniffed, framed, read by other sites, or kept', async () => {
    const { status: got, headers } = await send();
    expect(got).toBe(status);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'$/),
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|http:/);
  });

  it('says nothing of what answers', async () => {
    const { headers, body } = await send();
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['server']));
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(body).not.toMatch(/node_modules|tax-server\.cjs|\bExpress\b/);
  });
});

it('pages allow no script or style in the text, and no frame around them', async () => {
  const { headers, body } = await browser.get('/afficher-vue-calcul-impot');
  expect(headers).toMatchObject({
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
    vary: expect.stringContaining('Cookie'),
  });
  expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style/);
});
