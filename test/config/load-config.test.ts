import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/config-issues.ts';
import { formatNotices } from '../../src/config/format-config-issues.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { FILE, FOLDER, hints, issuesOf, load, summary } from './load-text.ts';

describe('a usable configuration', () => {
  it('without a file is the defaults, in the folder of the server', () => {
    const { config, file, baseDir } = loadConfig({ file: null, baseDir: FOLDER, env: {} });
    expect(file).toBeNull();
    expect(baseDir).toBe(FOLDER);
    expect(config).toEqual({
      server: {
        host: '127.0.0.1',
        port: 5000,
        url_prefix: '/do',
        mount_alias: '',
        public_url: '',
        trusted_proxies: ['loopback'],
        local_access: true,
        frame_ancestors: [],
      },
      database: { kind: 'sqlite', file: join(FOLDER, 'tax-server.db'), startup_timeout: 60 },
      tax: { method: 'official', income_year: 'latest' },
      session: { store: 'database', idle_minutes: 120, absolute_hours: 24 },
      redis: {
        kind: 'server',
        host: '127.0.0.1',
        port: 6379,
        tls: false,
        database: 0,
        master_name: 'mymaster',
      },
      public: false,
      csrf_token: false,
      users: [],
      api_tokens: [],
      api_rate_limit: 60_000,
      admin_mail: null,
      log: {
        file: join(FOLDER, 'logs/tax-server.log'),
        audit_file: join(FOLDER, 'logs/audit.log'),
        level: 'info',
        max_size: 10 * 1024 * 1024,
        keep: 5,
        answers: false,
      },
      uploads: { folder: join(FOLDER, 'uploads'), shared: false, max_size: 512 * 1024 * 1024 },
      language: 'fr',
      sleep_time: 0,
    });
  });

  it.each([
    ['an empty file', ''],
    ['nothing but comments', '# server:\n#   port: 1\n'],
    ['empty sections', 'server:\ndatabase:\ntax:\nsession:\nusers:\nlog:\nadmin_mail:\n'],
    ['a byte order mark', '\uFEFF'],
    ['an explicit document', '---\n{}\n...\n'],
  ])('%s: the defaults', (_, text) => {
    const defaults = loadConfig({ file: null, baseDir: FOLDER, env: {} }).config;
    expect(load(text).config).toEqual(defaults);
  });

  it('Notepad: a byte order mark and CRLF', () => {
    expect(load('\uFEFFserver:\r\n  port: 1234\r\n  url_prefix: ""\r\n').config.server).toMatchObject({
      port: 1234,
      url_prefix: '',
    });
  });

  it('relative paths start at the file, absolute ones stay', () => {
    const absolute = resolve('/var/taxes.db');
    const { config, file, baseDir } = load(`database: {file: '${absolute}'}\nlog: {file: ../all.log}`);
    expect([file, baseDir]).toEqual([FILE, FOLDER]);
    expect(config.database).toMatchObject({ file: absolute });
    expect(config.log.file).toBe(resolve(FOLDER, '../all.log'));
  });

  it('a database server has the defaults of its kind', () => {
    const server = 'name: taxes, user: tax, password: ""';
    expect(load(`database: {kind: mysql, ${server}}`).config.database).toEqual({
      kind: 'mysql',
      host: '127.0.0.1',
      port: 3306,
      name: 'taxes',
      user: 'tax',
      password: '',
      tls: false,
      pool_size: 10,
      startup_timeout: 60,
    });
    expect(load(`database: {kind: postgres, ${server}}`).config.database).toMatchObject({ port: 5432 });
  });

  it('the certificate of an authority is found from the folder of the file', () => {
    const ca = join(FOLDER, 'ca.pem');
    const text = 'database: {kind: postgres, name: a, user: b, password: c, tls: {ca: ca.pem}}';
    expect(load(text, { files: { [ca]: 'PEM' } }).config.database).toMatchObject({ tls: { ca } });
    expect(summary(text)).toEqual(['1:69 database.tls.ca: ca.pem → otherFileUnreadable']);
  });

  it('files of households are shared in a folder that is there, by instances that share their sessions', () => {
    const server = 'database: {kind: postgres, name: a, user: b, password: c}';
    const shared = 'uploads: {folder: up, shared: true}';
    const writable = join(FOLDER, 'up');
    expect(load(`${server}\n${shared}`, { writable }).config.uploads).toMatchObject({ shared: true });
    expect(summary(`${server}\n${shared}`)).toEqual(['2:19 uploads.folder: up → folderUnusable']);
    expect(summary(`session: {store: memory}\n${shared}`)).toEqual([
      '2:19 uploads.folder: up → folderUnusable',
      '2:31 uploads.shared: true → sharedWithoutSessions',
    ]);
    expect(summary(shared, { writable })).toEqual(['1:31 uploads.shared: true → sharedWithoutSessions']);
  });

  it('anchors are YAML too', () => {
    expect(load('server: {port: &n 80}\nlog: {keep: *n}').config.log.keep).toBe(80);
  });
});

describe('an unusable configuration', () => {
  it('tells everything at once, in the order of the file', () => {
    const text = `server:
  port: 80800
  url_prefix: do
  hots: localhost
databse:
  kind: sqlite
tax:
  method: oficial
csrf_token: yes
users:
  - login: admin
sleep_time: -1
`;
    expect(summary(text)).toEqual([
      '2:9 server.port: 80800 → notAllowed',
      '3:15 server.url_prefix: do → notAllowed',
      '4:3 server.hots → unknownKey',
      '5:1 databse → unknownKey',
      '8:11 tax.method: oficial → notAllowed',
      '9:13 csrf_token: yes → notAllowed',
      '11:5 users[0].password_hash → missing',
      '12:13 sleep_time: -1 → notAllowed',
    ]);
    expect(hints(text)).toEqual([
      'Write for example port: 5000',
      'Write for example url_prefix: /do',
      'Did you mean host?',
      'Did you mean database?',
      'Write for example method: official',
      'Write true or false, without quotes.',
      'Add for example password_hash: $argon2id$…',
      'Write for example sleep_time: 0',
    ]);
    for (const { file } of issuesOf(text)) expect(file).toBe(FILE);
  });

  it.each([
    ['quotes around a number', 'server: {port: "5000"}', 'Remove the quotes.'],
    ['quotes around a year', 'tax: {income_year: "2018"}', 'Remove the quotes.'],
    ['a number as login', 'users: [{login: 12, password_hash: x}]', 'Put the value in quotes: it is a text.'],
    ['a number as truth', 'csrf_token: 1', 'Write true or false, without quotes.'],
    ['a slash too many', 'server: {url_prefix: /do/}', 'Write for example url_prefix: /do'],
    ['slashes too many', 'server: {mount_alias: //a//b}', 'Write for example mount_alias: /a/b'],
    [
      'an origin with a slash',
      'server: {public_url: "https://x/"}',
      'Write for example public_url: https://x',
    ],
    [
      'an origin without a scheme',
      'server: {public_url: x.org}',
      'Write for example public_url: https://x.org',
    ],
    ['another word', 'database: {kind: postgresql}', 'Write for example kind: postgres'],
    ['no value', 'server: {port: }', 'Write for example port: 5000, or remove the line.'],
    [
      'a value for a section',
      'server: 5000',
      'Write server: alone on its line, and its keys below, indented by two spaces.',
    ],
    ['a key of another section', 'port: 5000', 'Did you mean server.port?'],
    ['a key of a section', 'url_prefix: /do', 'Did you mean server.url_prefix?'],
    ['a key like no other', 'zzzzzz: 1', 'Remove it.'],
    ['a key of servers only', 'database: {host: db}', 'Remove it, or set kind: mysql.'],
    [
      'a key of sqlite only',
      'database: {kind: mysql, file: a, name: b, user: c, password: d}',
      'Remove it, or set kind: sqlite.',
    ],
  ])('%s: the hint helps', (_, text, hint) => {
    expect(hints(text)).toContain(hint);
  });

  it.each([
    ['near another', 'postgresql', 'database.kind: postgresql → notAllowed'],
    ['like none', 'oracle', 'database.kind: oracle → notAllowed'],
    ['of no text', '5', 'database.kind: 5 → notAllowed'],
    ['that is empty', '', 'database.kind → empty'],
  ])('a kind of database %s hides no other issue of its section', (_, kind, expected) => {
    const text = `database:\n  kind: ${kind}\n  hots: db\n  name: taxes\n  pool_size: 0\n  password_env: NOPE\n`;
    expect(summary(text)).toEqual([
      '1:1 database.user → missing',
      `2:9 ${expected}`,
      '3:3 database.hots → unknownKey',
      '5:14 database.pool_size: 0 → notAllowed',
      '6:17 database.password_env: NOPE → variableMissing',
    ]);
  });

  it('a wrong kind with the keys of none is checked as the embedded database', () => {
    expect(summary('database: {kind: oracle, file: 5}')).toEqual([
      '1:18 database.kind: oracle → notAllowed',
      '1:32 database.file: 5 → notAllowed',
    ]);
  });

  it.each([
    [
      'a user',
      'users:\n  login: 5',
      [
        '2:3 users → listExpected',
        '2:3 users[0].password_hash → missing',
        '2:10 users[0].login: 5 → notAllowed',
      ],
    ],
    ['users by their names', 'users: {admin: x}', ['1:8 users → listExpected']],
    ['a text', 'users: admin', ['1:8 users → listExpected']],
    ['a list of texts', 'users: [admin]', ['1:9 users[0] → listExpected']],
    [
      'a token',
      'api_tokens: {name: a, token_hash: b, hots: 1}',
      [
        '1:13 api_tokens → listExpected',
        '1:35 api_tokens[0].token_hash → plainToken',
        '1:38 api_tokens[0].hots → unknownKey',
      ],
    ],
  ])('%s in place of a list', (_, text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it('a user that is no list is led to one', () => {
    const [hint] = hints('users: {login: admin, password_hash: x}');
    expect(hint).toBe(
      'Below users: write each item as "- login: …", and password_hash below login, in its column.',
    );
  });

  it('a public address with a path names the path and the origin', () => {
    const [issue] = issuesOf('server: {public_url: "https://x.org/impots?a"}');
    expect(issue?.explanation).toEqual({
      code: 'urlWithPath',
      details: { setting: 'server.public_url', origin: 'https://x.org', path: '/impots?a' },
    });
  });

  it('a login twice names the line of the first', () => {
    const hash = '$pbkdf2-sha256$1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const text = ['a', 'b', 'a'].map((login) => `  - {login: ${login}, password_hash: '${hash}'}`).join('\n');
    const [issue, ...others] = issuesOf(`users:\n${text}`);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ line: 4, key: 'users[2].login', value: 'a' });
    expect(issue?.explanation).toMatchObject({ code: 'duplicateLogin', details: { firstLine: 2 } });
  });

  it('a name of two tokens names the line of the first', () => {
    const token = (name: string) => `  - { name: ${name}, token_hash: 'sha256:${'0'.repeat(64)}' }`;
    const [issue, ...others] = issuesOf(`api_tokens:\n${token('a')}\n${token('a')}`);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ line: 3, key: 'api_tokens[1].name', value: 'a' });
    expect(issue?.explanation).toMatchObject({ code: 'duplicateTokenName', details: { firstLine: 2 } });
  });

  it('a token in place of its hash is not repeated, and what to do is said', () => {
    const issues = issuesOf('api_tokens: [{ name: a, token: taxsrv_1 }, { name: b, token_hash: taxsrv_2 }]');
    const shown = issues
      .filter(({ explanation }) => explanation.code === 'plainToken')
      .map(({ line, column, key, value }) => [line, column, key, value]);
    expect(shown).toEqual([
      [1, 25, 'api_tokens[0].token', null],
      [1, 67, 'api_tokens[1].token_hash', null],
    ]);
  });

  it.each([
    ['a tab', 'server:\n\tport: 1\n', ['2:1 → tab']],
    [
      'a key twice, and the rest',
      'csrf_token: 2\nlog: {}\nlog: {}',
      ['1:13 csrf_token: 2 → notAllowed', '3:1 → duplicateKey'],
    ],
    ['an unfinished list', 'users: [1', ['1:10 → syntax']],
    ['an unfinished text', 'language: "fr', ['1:14 → syntax']],
    ['a Windows path in double quotes', 'log: {file: "C:\\data\\x"}', ['1:16 log.file → syntax']],
    ['a reserved character', 'language: @fr', ['1:11 → syntax']],
    ['a reference to nothing', 'language: *fr', ['1:11 → syntax']],
    ['two documents', 'language: fr\n---\nlanguage: en', ['2:1 → syntax']],
    ['a tag', 'language: !french fr', ['1:11 → syntax']],
    ['a list', '- 1', ['1:1 → notASection']],
    ['a text', 'hello', ['1:1 → notASection']],
    [
      'prototype keys',
      '__proto__: {a: 1}\nconstructor: 1',
      ['1:1 __proto__ → unknownKey', '2:1 constructor → unknownKey'],
    ],
  ])('%s', (_, text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  describe('a backslash between double quotes', () => {
    it.each([
      ['that YAML knows', String.raw`log: {file: "D:\Logs\Paris.log"}`, '1:16 log.file'],
      ['of every kind', String.raw`uploads: {folder: "C:\temp\new"}`, '1:22 uploads.folder'],
      ['with digits behind it', String.raw`log: {audit_file: "C:\x41"}`, '1:22 log.audit_file'],
      ['in the path of an authority', String.raw`redis: {tls: {ca: "C:\Pki\x.pem"}}`, '1:22 redis.tls.ca'],
      ['in another text', String.raw`users: [{login: "DOMAIN\name"}]`, '1:24 users[0].login'],
    ])('%s', (_, text, place) => {
      expect(summary(text)).toContain(`${place} → syntax`);
      expect(hints(text).join()).toContain(String.raw`'C:\data\taxes.db'`);
    });

    it('is told with the other issue, and once', () => {
      const text = String.raw`
log:
  file: "D:\Logs\x\y.log"
server:
  port: 99999
`;
      expect(summary(text)).toEqual(['3:12 log.file → syntax', '5:9 server.port: 99999 → notAllowed']);
    });

    it('is one where it is doubled, or written by a program', () => {
      expect(load(String.raw`log: {file: "logs\\a.log"}`).config.log.file).toContain('a.log');
      const mail = String.raw`admin_mail: {from: a@b, to: c@d, subject: "d\u00e9faut \"\/"}`;
      expect(load(mail).config.admin_mail?.subject).toBe('défaut "/');
      const password = String.raw`redis: {password: "a\tb"}`;
      expect(load(password).config.redis.password).toBe('a\tb');
    });
  });

  it.each(['\u2028', '\u2029', '\u0085', '\u0007'])('%j in a path', (separator) => {
    const text = `log: {file: 'a${separator}b'}\ndatabase: {kind: mysql, name: a, user: b, password_file: 'a${separator}b'}`;
    const character = `U+${separator.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
    const unseenCharacter = { code: 'unseenCharacter', details: { character } };
    expect(issuesOf(text)).toMatchObject([
      { key: 'log.file', explanation: unseenCharacter },
      { key: 'database.password_file', explanation: unseenCharacter },
    ]);
  });

  it('a hundred thousand brackets', () => {
    const [issue, ...others] = issuesOf(`users: ${'['.repeat(100_000)}`);
    expect(issue).toMatchObject({ line: 1, explanation: { code: 'syntax' } });
    expect(others).toEqual([]);
  });

  it('an alias bomb', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(`*${of}`).join(',')}]`;
    const bomb = ['a: &a [1,1,1,1,1,1,1,1,1,1]', level('b', 'a'), level('c', 'b'), level('d', 'c')].join(
      '\n',
    );
    expect(summary(bomb)).toEqual(['2:8 → syntax']);
  });

  it('UTF-16, with and without a mark', () => {
    const text = 'server:\n  port: 1\n';
    const marked = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [marked, Buffer.from(marked).swap16(), Buffer.from(text, 'utf16le')]) {
      expect(summary(bytes)).toEqual(['1:1 → utf16']);
    }
  });

  it('the ANSI encoding of old editors: where the first accent is', () => {
    expect(summary(Buffer.from('log:\n  file: "été.log"\n', 'latin1'))).toEqual(['2:10 → notUtf8']);
  });

  it('a file that is no configuration at all', () => {
    expect(summary(Buffer.alloc(2 * 1024 * 1024, 'a'))).toEqual(['null:null → fileTooLarge']);
  });
});

describe('a value that ends before a #', () => {
  const notices = (text: string) => load(text).notices.filter(({ code }) => code === 'cutValue');
  const database = (lines: string) => `database:\n  kind: mysql\n  name: taxes\n  user: tax\n  ${lines}`;

  it('is told, but for the secret itself', () => {
    expect(notices(database('password: abc #def'))).toEqual([
      { code: 'cutValue', file: FILE, line: 5, key: 'database.password', value: null },
    ]);
    expect(notices(database('password: abc # def'))).toHaveLength(1);
    const text = formatNotices(notices(`log:\n  file: logs #2/a.log`), 'en');
    expect(text).toBe(
      `${FILE}, line 2: log.file: logs ends before " #": what follows is a comment. If it belongs to the value, put the whole between single quotes.\n`,
    );
  });

  it.each([
    ['in quotes', database("password: 'abc #def'")],
    ['without a space before it', database('password: abc#def')],
    ['behind a number', 'server:\n  port: 5000 #the usual'],
    ['behind a choice', 'log:\n  level: info #or debug'],
    ['that begins a comment', 'log:\n  file: a.log # the log'],
  ])('is not one %s', (_, text) => {
    expect(notices(text)).toEqual([]);
  });
});

describe('the file on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const codesOf = (file: string) => {
    try {
      loadConfig({ file, baseDir: folder, env: {} });
    } catch (error) {
      if (error instanceof ConfigError)
        return error.issues.map((issue) => [issue.explanation.code, issue.file]);
      throw error;
    }
    return [];
  };

  it('is read, its path relative to the base folder', () => {
    writeFileSync(join(folder, 'own.yaml'), 'server: {port: 1}');
    const { config, file } = loadConfig({ file: 'own.yaml', baseDir: folder, env: {} });
    expect([config.server.port, file]).toEqual([1, join(folder, 'own.yaml')]);
  });

  it.skipIf(process.platform === 'win32').each([
    ['a password that everybody can read', 0o604, 'redis: {password: p}', 1],
    ['a password that only its owner and group can read', 0o640, 'redis: {password: p}', 0],
    ['a password elsewhere', 0o644, 'redis: {password_env: P}', 0],
  ])('with %s', (_, mode, text, count) => {
    const file = join(folder, 'mode.yaml');
    writeFileSync(file, text);
    chmodSync(file, mode);
    const { notices } = loadConfig({ file, baseDir: folder, env: { P: 'x' } });
    expect(notices).toEqual(Array.from({ length: count }, () => ({ code: 'exposedPassword', file })));
    const lines = formatNotices(notices, 'fr').split('\n');
    expect(lines).toHaveLength(count + 1);
    expect(lines.join()).toContain(count === 1 ? `le mot de passe dans ${file} : exécutez chmod 600` : '');
  });

  it('is missing', () => {
    expect(codesOf('none.yaml')).toEqual([['fileMissing', join(folder, 'none.yaml')]]);
  });

  it('is a folder', () => {
    expect(codesOf('.')).toEqual([['fileIsFolder', folder]]);
  });
});
