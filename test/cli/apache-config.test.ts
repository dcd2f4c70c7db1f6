import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apacheConfig } from '../../src/cli/apache-config.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { fakeProcess } from './terminal.ts';

let baseDir: string;
beforeEach(() => {
  baseDir = mkdtempSync(join(tmpdir(), 'apache-config-'));
});
afterEach(() => rmSync(baseDir, { recursive: true }));

const POSTGRES = '{ kind: postgres, name: taxes, user: taxes, password: "" }';

function yaml(name: string, server: string, more = ''): string {
  writeFileSync(join(baseDir, name), `server: ${server}\n${more}`);
  return name;
}

async function run(
  args: readonly string[],
  platform: NodeJS.Platform = 'linux',
  language: 'fr' | 'en' = 'en',
) {
  const { context, written } = fakeProcess('', false, { baseDir, cwd: baseDir, language });
  const code = await apacheConfig(args, { ...context, platform });
  return { code, ...written };
}

describe('the virtual host', () => {
  it('without anything: the whole host, over HTTP, with the defaults', async () => {
    const { code, stdout } = await run([]);
    expect(code).toBe(0);
    expect(stdout).toContain('<VirtualHost *:80>');
    expect(stdout).not.toContain('SSLEngine');
    expect(stdout).toContain('ProxyPass "/" "http://127.0.0.1:5000/" ');
    expect(stdout).toContain('http://tax-server.localhost/do/');
  });

  it('an https public_url names the host, asks for TLS and leads HTTP there', async () => {
    yaml('config.yaml', '{ public_url: "https://flask-impots-withmysql", mount_alias: /impots }');
    const { stdout } = await run([]);
    expect(stdout.match(/ServerName flask-impots-withmysql/g)).toHaveLength(2);
    expect(stdout).toContain('Redirect 308 "/" "https://flask-impots-withmysql/"');
    expect(stdout.match(/ProxyPass /g)).toHaveLength(1);
    expect(stdout).toContain('https://flask-impots-withmysql/impots/do/');
  });

  it('Laragon on Windows: its folder and its certificate', async () => {
    const { stdout } = await run(
      ['--laragon', 'D:\\laragon', '--https', '--server-name', 'impots.test'],
      'win32',
      'fr',
    );
    expect(stdout).toContain('D:/laragon/etc/apache2/sites-enabled/impots.test.conf');
    expect(stdout).toContain('SSLCertificateFile "D:/laragon/etc/ssl/laragon.crt"');
    expect(stdout).toContain('#      LoadModule proxy_http_module modules/mod_proxy_http.so');
  });

  it('several configurations: one host, the longer alias first', async () => {
    const configs = [yaml('a.yaml', '{ port: 5001 }'), yaml('b.yaml', '{ port: 5002, mount_alias: /pg }')];
    const { stdout } = await run(configs.flatMap((file) => ['--config', file]));
    const [first, second] = [...stdout.matchAll(/ProxyPass "([^"]*)"/g)].map(([, path]) => path);
    expect([first, second]).toEqual(['/pg', '/']);
  });

  it('a balancer over ports from server.port on', async () => {
    yaml('config.yaml', '{ port: 5003, mount_alias: /impots }', `database: ${POSTGRES}`);
    const { stdout } = await run(['--balancer', '3']);
    expect([...stdout.matchAll(/BalancerMember "([^"]*)"/g)].map(([, url]) => url)).toEqual([
      'http://127.0.0.1:5003',
      'http://127.0.0.1:5004',
      'http://127.0.0.1:5005',
    ]);
    expect(stdout).toContain('proxy_hcheck');
    expect(stdout).toContain('stickysession=');
  });

  it('instances that share the files of households keep nobody with one of them', async () => {
    yaml('config.yaml', '{}', `database: ${POSTGRES}\nuploads: { folder: ., shared: true }`);
    const { stdout } = await run(['--balancer', '3']);
    expect(stdout).toContain('BalancerMember');
    expect(stdout).not.toContain('stickysession=');
  });

  it('date-time, by itself', async () => {
    const { stdout } = await run(['--app', 'date-time', '--server-name', 'x']);
    expect(stdout).toContain('ProxyPass "/show-date-time" "http://127.0.0.1:5080/show-date-time"');
    expect(stdout).toContain('http://x/show-date-time');
  });
});

const conflicts: readonly (readonly [string, string, string, readonly string[], RegExp])[] = [
  [
    'another name',
    '{ public_url: "http://a" }',
    '',
    ['--server-name', 'b'],
    /public_url is http:\/\/a, but --server-name is b/,
  ],
  ['HTTPS for an http address', '{ public_url: "http://a" }', '', ['--https'], /but --https is asked for/],
  ['another port', '{ public_url: "http://a:81" }', '', [], /listens on port 80/],
  ['a proxy nobody trusts', '{ trusted_proxies: [] }', '', [], /trusted_proxies does not contain loopback/],
  ['a balancer on SQLite', '{}', '', ['--balancer', '2'], /SQLite belongs to one/],
  [
    'a balancer on sessions in memory',
    '{}',
    `database: ${POSTGRES}\nsession: { store: memory }`,
    ['--balancer', '2'],
    /session.store memory/,
  ],
  [
    'ports beyond the last',
    '{ port: 65535 }',
    `database: ${POSTGRES}`,
    ['--balancer', '2'],
    /last port would be 65536/,
  ],
  ['nothing to strip', '{}', '', ['--strip-alias'], /mount_alias is empty/],
];

it.each(conflicts)('refuses what cannot work together: %s', async (_, server, more, args, message) => {
  yaml('config.yaml', server, more);
  const { code, stdout, stderr } = await run(args);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(message);
});

it('refuses two configurations with one alias and one port, naming both files', async () => {
  const configs = [yaml('a.yaml', '{}'), yaml('b.yaml', '{}')];
  const { code, stderr } = await run(configs.flatMap((file) => ['--config', file]));
  expect(code).toBe(1);
  expect(stderr).toMatch(/a\.yaml and .*b\.yaml have the same server.mount_alias/);
  expect(stderr).toMatch(/a\.yaml and .*b\.yaml would share port 5000/);
});

it.each(['impots', '/impots/', '/im pots', '/../x', '/static'])(
  'refuses the mount_alias %s with its place in the file',
  async (alias) => {
    yaml('config.yaml', `{ mount_alias: "${alias}" }`);
    const { code, stderr } = await run([]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/config\.yaml.*mount_alias/s);
  },
);

it('HTTPS on Windows needs a certificate', async () => {
  expect(await run(['--https'], 'win32')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--certificate'),
  });
});

it.each([
  [['--listen', 'x']],
  [['--listen', '70000']],
  [['--balancer', '0']],
  [['--server-name', 'a b']],
  [['--server-name', 'a"\nInclude /etc/passwd']],
  [['--https', '--certificate', 'a".crt', '--key', 'b']],
  [['--app', 'other']],
  [['--app', 'date-time', '--mount-alias', 'x']],
])('does not understand %j', async (args) => {
  await expect(run(args)).rejects.toThrow(UsageError);
});
