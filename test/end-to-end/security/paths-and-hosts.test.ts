import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import { http } from '../support/http-client.ts';
import { rawHttp } from '../support/raw-http.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

let server: RunningServer;
let strict: RunningServer;
beforeAll(async () => {
  server = await startServer({ config: { users: [ADMIN] } });
  strict = await startServer({ config: { users: [ADMIN], server: { trusted_proxies: [] } } });
});
afterAll(async () => {
  await server.stop();
  await strict.stop();
});

const get = (target: string, headers = 'Host: x') =>
  rawHttp(server.port, `GET ${target} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`);
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe.each(['application/json', 'text/html'])('a path, asked for as %s', (type) => {
  it.each([
    ...['//', '///', '//[', '//[?x', '//x:y/do/', '//x:99999/do/annees', '//?retour=//'],
    ...['//do/health', '/do//health', '/do/./health', '/x/../do/health', '/do/%2e/health', '/do%2fhealth'],
    ...['/do/health/', '/do/health;a=b', '/DO/health', '/do\\health', '/do/health%00', '/do/%68ealth/x'],
    ...['/static/../do/health', '/static/..%2f..%2fpackage.json', '/static/%2e%2e/%2e%2e/etc/passwd'],
    ...[
      '/static//etc/passwd',
      '/static/..\\..\\config.yaml',
      '/do/../config.yaml',
      '/do/logs/tax-server.log',
    ],
  ])('%s is no other spelling of a known one', async (target) => {
    const answer = await get(target, `Host: x\r\nAccept: ${type}`);
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer).toMatch(new RegExp(`^content-type: ${type}; charset=utf-8\\r$`, 'im'));
  });

  it('may come as a whole URL, whose host decides nothing', async () => {
    expect(statusOf(await get('http://elsewhere.test/do/annees', `Host: x\r\nAccept: ${type}`))).toBe(200);
    const answer = await get('http://elsewhere.test/');
    expect(answer).toMatch(/^location: \/do\/\r$/im);
  });
});

describe('redirects', () => {
  it.each([
    ['/', 'Host: evil.test'],
    ['/do', 'Host: evil.test'],
    ['/do/', 'Host: evil.test\r\nX-Forwarded-Host: evil.test\r\nX-Forwarded-Proto: https'],
    ['/do/init-session/html', 'Host: evil.test\r\nX-Forwarded-Prefix: //evil.test'],
    ['/do?//evil.test', 'Host: x\r\nForwarded: host=evil.test'],
  ])('of %s lead nowhere else, whatever %j says', async (target, headers) => {
    const answer = await get(target, headers);
    expect(answer).toMatch(/^location: \/do\/[\w/-]*\r$/im);
    expect(answer).not.toContain('evil');
  });

  it.each([
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    '/%09/evil.test',
    '/..//evil.test',
    '/a\r\nX-Y: z',
  ])('of the switch of languages do not leave for %j', async (path) => {
    const url = `${server.origin}/do/changer-langue/en?retour=${encodeURIComponent(path)}`;
    const { status, headers } = await http(url, { method: 'POST' });
    expect(status).toBe(302);
    expect(new URL(String(headers.location), server.origin).origin).toBe(server.origin);
    expect(headers.location).not.toMatch(/^(\/\/|\/\\)/);
    expect(headers).not.toHaveProperty('x-y');
  });
});

it.each(['%0d%0aX-Injected:%201', '%0aX-Injected:1', '%E5%98%8A%E5%98%8DX-Injected:1'])(
  'an answer cannot be split by %s',
  async (text) => {
    for (const path of [`/do/init-session/${text}`, `/do/${text}`, `/do/acces/${text}`]) {
      const answer = await get(path);
      expect(answer.split('\r\n\r\n')[0]).not.toMatch(/^X-Injected/im);
    }
  },
);

it('what strangers say of themselves in X-Forwarded-… is not believed', async () => {
  const headers = {
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'evil',
  };
  const session = await http(`${strict.origin}/do/init-session/json`, { headers });
  expect(String(session.headers['set-cookie'])).not.toContain('Secure');
  const client = new ContractClient(`${strict.origin}/do`, { tokens: false });
  await client.start('json');
  const fields = { user: 'victim', password: 'guess' };
  const tries = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      client.post('/authentifier-utilisateur', fields, { headers: { 'x-forwarded-for': `203.0.113.${i}` } }),
    ),
  );
  // Twelve addresses that are one: the throttle sees through them.
  expect(tries.map(({ status }) => status)).toContain(429);
});
