import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserSuite } from '../contract/browser-suite.ts';
import { programSuite } from '../contract/program-suite.ts';
import type { ContractTarget } from '../contract/target.ts';
import { http } from '../support/http-client.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import type { RunningServer } from '../support/tax-server.ts';
import { clientOf, generate, originOf, type Scheme, startMounted } from './virtual-host.ts';

const NAME = 'flask-impots-withmysql';

interface Mounting {
  readonly what: string;
  readonly alias: string;
  readonly prefix: string;
  readonly strip?: true;
  readonly tokens?: true;
  /** Beside JSON and HTML over HTTPS: XML, and plain HTTP. */
  readonly whole?: true;
}

const mountings: readonly Mounting[] = [
  { what: 'root and prefix', alias: '', prefix: '/do', whole: true },
  { what: 'alias on both sides', alias: '/impots', prefix: '/do', whole: true },
  { what: 'alias on both sides with tokens', alias: '/impots', prefix: '/do', tokens: true },
  { what: 'alias stripped by Apache', alias: '/impots', prefix: '/do', strip: true },
  { what: 'empty prefix', alias: '', prefix: '' },
  { what: 'alias and empty prefix', alias: '/impots', prefix: '' },
  { what: 'prefix of two parts, no alias', alias: '', prefix: '/impots/do' },
  { what: 'nested alias', alias: '/a/b', prefix: '/do' },
];

describe.each(mountings)('behind Apache: $what', ({ alias, prefix, strip, tokens = false, whole }) => {
  const mount = `${alias}${prefix}`;
  let httpd: Httpd;
  let server: RunningServer;

  beforeAll(async () => {
    httpd = await prepareHttpd();
    server = await startMounted({ url_prefix: prefix, mount_alias: alias }, { csrf_token: tokens });
    const strips = strip ? ['--strip-alias'] : [];
    await httpd.apply([generate(httpd, [server], '--server-name', NAME, ...strips)]);
  });
  afterAll(async () => {
    await server?.stop();
    await httpd?.stop();
  });

  const target = (scheme: Scheme): ContractTarget => ({
    mount,
    prefix,
    tokens,
    client: async () => clientOf(httpd, scheme, NAME, mount, tokens),
  });
  const call = (scheme: Scheme, path: string, headers: Record<string, string> = {}) =>
    http(`${originOf(httpd, scheme, NAME)}${path}`, {
      headers,
      connectTo: { host: '127.0.0.1', port: scheme === 'https' ? httpd.httpsPort : httpd.httpPort },
    });

  programSuite('json', target('https'));
  browserSuite(target('https'));
  if (whole) {
    programSuite('xml', target('https'));
    programSuite('json', target('http'));
    browserSuite(target('http'));
  }

  it.each(['http', 'https'] as const)(
    'leads from the alias, with and without slash, to sign-in (%s)',
    async (scheme) => {
      for (const path of new Set([alias, `${alias}/`, mount, `${mount}/`].filter((path) => path !== ''))) {
        const client = clientOf(httpd, scheme, NAME, mount, tokens);
        const { reply, path: way } = await client.follow(
          await client.sendTo(`${originOf(httpd, scheme, NAME)}${path}`),
        );
        expect(reply.status, path).toBe(200);
        expect(reply.body).toMatch(/name="user"/);
        for (const location of way) expect(location.startsWith(`${mount}/`), location).toBe(true);
      }
    },
  );

  it('marks the cookie Secure over HTTPS, and only there', async () => {
    for (const scheme of ['http', 'https'] as const) {
      const reply = await clientOf(httpd, scheme, NAME, mount, tokens).start('json');
      expect(/; Secure/i.test(String(reply.headers['set-cookie'])), scheme).toBe(scheme === 'https');
    }
  });

  it('is not impressed by forged forwarding headers', async () => {
    const forged = {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-prefix': '/evil',
      'x-forwarded-port': '1',
      forwarded: 'for=203.0.113.9;host=evil.example;proto=https',
    };
    const entry = tokens ? '/init-session-without-csrftoken/html' : '/init-session/html';
    const plain = await call('http', `${mount}${entry}`);
    const reply = await call('http', `${mount}${entry}`, forged);
    const withoutToken = (location: unknown) => String(location).replace(/[\w-]{16}\.[\w-]{43}$/, '');
    expect(withoutToken(reply.headers.location)).toBe(withoutToken(plain.headers.location));
    expect(String(reply.headers['set-cookie'])).not.toMatch(/; Secure/i);
    const secure = await call('https', `${mount}${entry}`, { ...forged, 'x-forwarded-proto': 'http' });
    expect(String(secure.headers['set-cookie'])).toMatch(/; Secure/i);
    const posted = await clientOf(httpd, 'https', NAME, mount, tokens).post(
      '/fin-session',
      {},
      {
        headers: { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      },
    );
    expect(posted.status).toBe(403);
    expect(server.output()).not.toContain('evil');
  });

  it('publishes nothing beside the mount', async () => {
    for (const path of ['/', '/index.html', `${alias || '/'}x/`, '/server-status', '/%2e%2e/']) {
      const { body, status } = await call('https', path);
      expect(body).not.toContain('another site');
      if (alias !== '') expect([path, status]).toEqual([path, path.includes('%') ? expect.any(Number) : 404]);
    }
  });

  it('has had nothing to complain about', () => {
    expect(server.output()).not.toContain('[front server]');
    expect(httpd.errorLog()).not.toMatch(/\[(proxy|proxy_http|ssl):error\]/);
  });
});
