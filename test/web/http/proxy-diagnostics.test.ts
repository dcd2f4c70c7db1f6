import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, expect, it } from 'vitest';
import { inLanguage } from '../../../src/model/log-text.ts';
import type { WebSettings } from '../../../src/model/web-settings.ts';
import { diagnoseProxy } from '../../../src/web/http/proxy-diagnostics.ts';

const settings: WebSettings = {
  alias: '/impots',
  prefix: '/do',
  publicUrl: '',
  trustedProxies: ['loopback'],
  localAccess: true,
  frameAncestors: [],
  isPublic: false,
  csrfToken: false,
  logAnswers: false,
  language: 'fr',
  sleepTime: 0,
};

let close: () => void = () => undefined;
afterEach(() => close());

/** Sends requests through the watch alone and answers the lines it wrote. */
async function linesFor(
  overrides: Partial<WebSettings>,
  ...requests: readonly { path?: string; headers: Record<string, string> }[]
): Promise<string[]> {
  const lines: string[] = [];
  const all = { ...settings, ...overrides };
  const watch = diagnoseProxy(
    all,
    {
      info: () => undefined,
      infoOfStranger: () => undefined,
      error: () => undefined,
      warn: (text) => lines.push(inLanguage(text, 'en')),
    },
    new Set(['afficher-vue-calcul-impot', 'calculer-impot', 'health', 'init-session']),
  );
  const application = express().set('trust proxy', all.trustedProxies);
  application.use(watch.everyRequest, watch.unknownPath, (_req, res) => res.end());
  const server = createServer(application).listen(0, '127.0.0.1');
  close = () => server.close();
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  for (const { path = '/', headers } of requests) await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return lines;
}

const proxied = { 'x-forwarded-host': 'impots.test' };

it('names a host that is not that of public_url, once', async () => {
  const lines = await linesFor(
    { publicUrl: 'http://other.test' },
    { headers: proxied },
    { headers: proxied },
  );
  expect(lines).toEqual([
    expect.stringMatching(
      /asked for impots\.test, but server\.public_url is http:\/\/other\.test: correct public_url/,
    ),
  ]);
});

it('does not mind the administrator on the machine itself', async () => {
  const throughApache = { 'x-forwarded-host': '127.0.0.1' };
  const requests = [{ headers: {} }, { headers: throughApache }];
  expect(await linesFor({ publicUrl: 'http://other.test' }, ...requests)).toEqual([]);
});

it('takes the host that the proxy appended, not the one a client put in front', async () => {
  const headers = { 'x-forwarded-host': 'evil.test, impots.test' };
  expect(await linesFor({ publicUrl: 'http://impots.test' }, { headers })).toEqual([]);
});

it('names a front server that does not say https', async () => {
  const [line] = await linesFor({ publicUrl: 'https://impots.test' }, { headers: proxied });
  expect(line).toContain('X-Forwarded-Proto');
  const headers = { ...proxied, 'x-forwarded-proto': 'https' };
  expect(await linesFor({ publicUrl: 'https://impots.test' }, { headers })).toEqual([]);
});

it('names a front server that is not trusted', async () => {
  const [line] = await linesFor({ trustedProxies: ['10.0.0.1'] }, { headers: proxied });
  expect(line).toMatch(/127\.0\.0\.1 is ignored.*trusted_proxies/);
});

it.each([
  ['/taxes', '/do/'],
  ['', '/do/'],
])('names the path "%s" under which the front server says it publishes', async (prefix, path) => {
  const [line] = await linesFor({}, { path, headers: { ...proxied, 'x-forwarded-prefix': prefix } });
  expect(line).toContain(`under "${prefix}", but server.mount_alias is "/impots"`);
  expect(await linesFor({}, { path, headers: { ...proxied, 'x-forwarded-prefix': '/impots' } })).toEqual([]);
});

it.each([
  ['/taxes/do', '/do', '/taxes'],
  ['/taxes/do/', '/do', '/taxes'],
  ['/a/b/do/init-session/html', '/do', '/a/b'],
  ['/taxes/calculer-impot', '', '/taxes'],
  ['/taxes/static/app.css', '/do', '/taxes'],
])('recognises the alias in %s', async (path, prefix, sent) => {
  const [line] = await linesFor({ prefix, alias: '' }, { path, headers: proxied });
  expect(line).toContain(`under "${sent}", but server.mount_alias is "": set mount_alias: ${sent}`);
});

it.each(['/favicon.ico', '/impots/do/typo', '/wp-login.php', '/do/x'])('does not mind %s', async (path) => {
  expect(await linesFor({}, { path, headers: proxied })).toEqual([]);
});
