import { describe, expect, it } from 'vitest';
import { kindsWithKey } from '../../src/config/config-schema.ts';
import { isSection } from '../../src/config/raw-data.ts';
import { settingPaths, yamlValue } from '../../src/config/settings.ts';
import { load, summary } from './load-text.ts';

const HASH = '$pbkdf2-sha256$29000$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const TOKEN_HASH = `sha256:${'0a'.repeat(32)}`;
const server = (rest: object) => ({ kind: 'mysql', name: 'taxes', user: 'tax', password: '', ...rest });
const mail = (rest: object) => ({ from: 'a@b', to: 'c@d', ...rest });

/** Values of one key in YAML: those of the middle are accepted, those of the right refused. */
const values: readonly [key: string, accepted: readonly unknown[], refused: readonly unknown[]][] = [
  [
    'server.host',
    ['0.0.0.0', '::1', 'localhost', 'srv-1.example.org'],
    ['', 'a b', 'http://a', '-a', '1.2.3.4:80'],
  ],
  ['server.port', [1, 65_535], [0, 65_536, -1, 80.5, true, [80]]],
  [
    'server.url_prefix',
    ['', '/do', '/impots/do', '/a.b/~c_-d'],
    [
      '/',
      'do',
      '/do/',
      '//do',
      '/a//b',
      '/a/../b',
      '/..',
      '/.',
      '/a b',
      '/é',
      '/a?b',
      '/static',
      '/static/x',
      `/${'a'.repeat(200)}`,
    ],
  ],
  ['server.mount_alias', ['', '/impots', '/a/b'], ['impots', '/impots/', '/a b', '/..', '/Static']],
  [
    'server.public_url',
    ['', 'https://flask-impots-withmysql', 'http://localhost:8080', 'https://[::1]:8443'],
    ['ftp://a', 'https://a/b', 'https://a?b', 'https://u:p@a', 'https://a:99999', 'a', 'https://', 5],
  ],
  [
    'server.trusted_proxies',
    [[], ['loopback'], ['10.0.0.1', '10.1.0.0/16', 'fd00::/8', '::1']],
    [
      ['10.0.0.0/33'],
      ['0.0.0.0/0'],
      ['proxy.local'],
      ['::/129'],
      ['10.0.0.1/16/8'],
      ['10.0.0.0/08'],
      'loopback',
      [1],
    ],
  ],
  ['server.local_access', [true, false], ['yes', 1]],
  [
    'server.frame_ancestors',
    [[], ['https://example.org', 'http://localhost:8080', 'https://*.example.org']],
    [
      ['https://example.org/'],
      ["https://a; script-src 'unsafe-inline'"],
      ['https://a,b'],
      ['*'],
      ['https://*'],
      ['https://a:0'],
      ['example.org'],
      'https://example.org',
    ],
  ],
  ['database.kind', ['sqlite'], ['oracle', 'SQLite', 1]],
  ['database.file', ['a.db', "d'été.db"], ['', 'a\u0000b', 'a\nb', 5]],
  ['database.startup_timeout', [0, 3600], [-1, 3601, 1.5]],
  ['tax.method', ['official', 'legacy'], ['course', 'Legacy', 'law', 1]],
  ['tax.income_year', ['latest', 2018, 2025], ['2018', 18, 2018.5, 'last', 99_999]],
  ['session.store', ['database', 'memory', 'redis'], ['Redis', true]],
  ['session.idle_minutes', [1, 44_640], [0, 44_641, '120']],
  ['session.absolute_hours', [1, 8760], [0, 8761]],
  ['redis.kind', ['server', 'sentinel', 'cluster'], ['single', true]],
  // A list is for sentinels and clusters.
  ['redis.host', ['127.0.0.1', 'redis.local'], ['', 'redis://a', 'a/b', 6379, ['r1', 'r2']]],
  [
    'redis',
    [
      { kind: 'sentinel', host: ['r1', 'r2:26379'], database: 1 },
      { kind: 'cluster', host: ['r1', 'r2'] },
    ],
    [
      { kind: 'cluster', host: ['r1'], database: 1 },
      { kind: 'cluster', host: [] },
    ],
  ],
  ['redis.master_name', ['mymaster'], ['', 'a\nb']],
  ['redis.port', [6379], [0, 65_536, '6379']],
  ['redis.tls', [true, false], ['yes', { ca: '' }, { cafile: 'a' }, {}]],
  ['redis.database', [0, 15, 65_535], [-1, 65_536, '1', 1.5]],
  ['public', [true, false], ['yes', 'true', 1, 0]],
  ['csrf_token', [true, false], ['yes', 'true', 1, 0]],
  ['users', [[], [{ login: 'a', password_hash: HASH }]], ['admin', { login: 'a' }, ['admin'], [1]]],
  ['users.login', ['admin', 'Zoé', 'a b', ' a '], ['', 'a\nb', 12, 'x'.repeat(101)]],
  [
    'users.password_hash',
    [
      HASH,
      '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    ],
    ['', 'admin', '$2b$12$abc', '$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA', 12],
  ],
  [
    'api_tokens',
    [[], [{ name: 'a', token_hash: TOKEN_HASH }]],
    ['taxsrv_1', { name: 'a' }, [1], [{ name: 'a', token: TOKEN_HASH }]],
  ],
  ['api_tokens.name', ['payroll', 'Zoé 2'], ['', 'a\nb', 12, 'x'.repeat(101)]],
  [
    'api_tokens.token_hash',
    [TOKEN_HASH],
    ['', `taxsrv_${'0'.repeat(64)}`, '0'.repeat(64), TOKEN_HASH.toUpperCase(), 12],
  ],
  [
    'api_tokens.expires',
    ['2027-12-31', '2028-02-29'],
    ['', '31/12/2027', '2027-02-29', '2027-12', '2027-12-31T00:00', 2027],
  ],
  ['api_rate_limit', [1, 60_000, 10_000_000], [0, 10_000_001, 1.5, '60000']],
  ['admin_mail', [null, mail({})], ['a@b', [], { from: 'a@b' }]],
  ['log.file', ['a.log'], ['', 'a\nb']],
  [
    'log.audit_file',
    ['b.log', '../audit.log'],
    ['', 'a\nb', 'logs/tax-server.log', './logs/../logs/tax-server.log'],
  ],
  ['log.level', ['fatal', 'error', 'warn', 'info', 'debug', 'trace'], ['silent', 'INFO', 30]],
  ['log.max_size', ['10KB', '10 mb', '10GB'], ['9KB', '11GB', '10', 10, 'MB', '-1MB', '1.5MB', '10TB']],
  ['log.keep', [1, 1000], [0, 1001]],
  ['log.answers', [true, false], ['yes', 1]],
  ['uploads.folder', ['files'], ['', 'a\nb']],
  ['uploads.shared', [false], ['yes', 1]],
  ['uploads.max_size', ['10KB', '512MB', '10GB'], ['9KB', '11GB', 512]],
  ['language', ['fr', 'en'], ['FR', 'de']],
  ['sleep_time', [0, 0.5, 60], [-1, 61, '1']],
];

const mysqlValues: readonly [key: string, accepted: readonly unknown[], refused: readonly unknown[]][] = [
  [
    'host',
    ['db.local', '10.0.0.1', ['db1', 'db2:5433'], ['[::1]:5433', '::1']],
    ['', 'a/b', 'db1:5433', [], ['db1', ''], ['db1:0'], ['db1:65536'], ['[db1]:5433'], ['::1:5433:x']],
  ],
  ['port', [3307], [0, '3306']],
  ['name', ['dbimpots-2019'], ['', 'x'.repeat(65), 2019]],
  ['user', ['admimpots'], ['', 'a\nb']],
  ['password', ['', 'mdpimpots', ' a\tb '], [123, true, null]],
  ['tls', [true, false], ['yes', { ca: '' }, { cafile: 'a' }, {}]],
  ['pool_size', [1, 200], [0, 201]],
];

const mailValues: readonly [key: string, accepted: readonly unknown[], refused: readonly unknown[]][] = [
  ['smtp_host', ['localhost'], ['', 'a\nb']],
  ['smtp_port', [25, 587], [0, '25']],
  [
    'from',
    ['guest@localhost.com', 'root@localhost'],
    ['x', 'a@b\r\nBcc: c@d', 'A <a@b>', 'a@b, c@d', '@b', 'a@'],
  ],
  ['to', ['guest@localhost.com'], ['', 'a@b\nX-Header: 1']],
  ['subject', ["plantage du serveur de calcul d'impôts"], ['', 'a\r\nBcc: c@d', 'x'.repeat(201)]],
  ['tls', [true, false], ['starttls']],
];

/** The YAML of a file in which one key has this value. */
function yamlOf(key: string, value: unknown): string {
  const [section = '', name] = key.split('.');
  if (section === 'users' && name)
    return yamlValue({ users: [{ login: 'a', password_hash: HASH, [name]: value }] });
  if (section === 'api_tokens' && name)
    return yamlValue({ api_tokens: [{ name: 'a', token_hash: TOKEN_HASH, [name]: value }] });
  return yamlValue(name ? { [section]: { [name]: value } } : { [section]: value });
}

const each = (table: typeof values, document: (key: string, value: unknown) => string) =>
  table.flatMap(([key, accepted, refused]) => [
    ...accepted.map((value) => [key, value, true, document(key, value)] as const),
    ...refused.map((value) => [key, value, false, document(key, value)] as const),
  ]);

describe('each value', () => {
  it.each([
    ...each(values, yamlOf),
    ...each(mysqlValues, (key, value) => yamlValue({ database: server({ [key]: value }) })),
    ...each(mailValues, (key, value) => yamlValue({ admin_mail: mail({ [key]: value }) })),
  ])('%s: %j → accepted %s', (_, __, isAccepted, text) => {
    const issues = summary(text);
    expect(issues.length === 0, issues.join()).toBe(isAccepted);
  });

  it('every setting is tried', () => {
    const tried = new Set([
      ...values.map(([key]) => key),
      ...mysqlValues.map(([key]) => `database.${key}`),
      ...mailValues.map(([key]) => `admin_mail.${key}`),
    ]);
    const leaves = settingPaths.filter((path) => !settingPaths.some((other) => other.startsWith(`${path}.`)));
    const elsewhere = /\.(password_env|password_file)$|^(admin_mail|redis)\.(user|password)$/; // secrets.test.ts
    expect(leaves.filter((path) => !tried.has(path) && !elsewhere.test(path))).toEqual([]);
  });
});

it('the key of a refused value is the one that is named', () => {
  for (const [key, , refused] of values.filter(([name]) => name.includes('.'))) {
    for (const value of refused) {
      const [issue = ''] = summary(yamlOf(key, value));
      expect(issue.replaceAll(/\[\d+\]/g, '')).toContain(` ${key}`);
    }
  }
});

it('sizes are bytes, origins are normal', () => {
  const { log, server: web } = load(
    'log: {max_size: 2gb}\nserver: {public_url: "HTTPS://Taxes.Example.org:443"}',
  ).config;
  expect(log.max_size).toBe(2 * 1024 ** 3);
  expect(web.public_url).toBe('https://taxes.example.org');
});

it('which kinds of database a key is for', () => {
  expect(kindsWithKey('file')).toEqual(['sqlite']);
  expect(kindsWithKey('pool_size')).toEqual(['mysql', 'postgres']);
  expect(kindsWithKey('password_env')).toEqual(['mysql', 'postgres']);
  expect(kindsWithKey('startup_timeout')).toEqual(['sqlite', 'mysql', 'postgres']);
  expect(kindsWithKey('nothing')).toEqual([]);
});

it('a list is not a section', () => {
  expect([isSection([]), isSection(null), isSection({})]).toEqual([false, false, true]);
});
