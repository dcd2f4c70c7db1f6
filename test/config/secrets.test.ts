import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatIssues } from '../../src/config/format-config-issues.ts';
import { FOLDER, issuesOf, load, summary, type World } from './load-text.ts';

const block = (lines: readonly string[]) => lines.join('\n  ');
/** The further lines begin on line 5. */
const mysql = (...lines: string[]) =>
  block(['database:', 'kind: mysql', 'name: taxes', 'user: tax', ...lines]);
/** The further lines begin on line 4. */
const mail = (...lines: string[]) => block(['admin_mail:', 'from: a@b', 'to: c@d', ...lines]);
const secretFile = (content: string | Buffer, path = join(FOLDER, 'secret.txt')): World => ({
  files: { [path]: content },
});

const databasePassword = (text: string, world?: World) => load(text, world).config.database;

describe('where a password comes from', () => {
  it('the file itself, exactly', () => {
    expect(databasePassword(mysql('password: " a b "'))).toMatchObject({ password: ' a b ' });
  });

  it('an environment variable, also an empty one', () => {
    const text = mysql('password_env: DB_PASSWORD');
    expect(databasePassword(text, { env: { DB_PASSWORD: 'hunter2' } })).toMatchObject({
      password: 'hunter2',
    });
    expect(databasePassword(text, { env: { DB_PASSWORD: '' } })).toMatchObject({ password: '' });
  });

  it.each([
    ['without a line end', 'hunter2', 'hunter2'],
    ['with one', 'hunter2\n', 'hunter2'],
    ['of Windows, with a byte order mark', '\uFEFFhunter2\r\n', 'hunter2'],
    ['with blanks that belong to it', ' hunter2 \n\n', ' hunter2 \n'],
  ])('a file %s', (_, content, password) => {
    expect(databasePassword(mysql('password_file: secret.txt'), secretFile(content))).toMatchObject({
      password,
    });
  });

  it('a file by its absolute path', () => {
    const path = resolve('/run/secrets/database');
    expect(databasePassword(mysql(`password_file: '${path}'`), secretFile('x', path))).toMatchObject({
      password: 'x',
    });
  });

  it('nothing of it is left but the password', () => {
    const { database } = load(mysql('password_env: P'), { env: { P: 'x' } }).config;
    expect(Object.keys(database)).not.toContain('password_env');
  });

  it('Redis has one with its user, one alone, or neither', () => {
    const redis = (...lines: string[]) => load(block(['redis:', ...lines]), { env: { P: 'x' } }).config.redis;
    expect(redis('port: 6380')).not.toHaveProperty('password');
    expect(redis('password_env: P')).toMatchObject({ password: 'x' });
    expect(redis('user: u', 'password: ""')).toMatchObject({ user: 'u', password: '' });
    expect(summary(block(['redis:', 'user: u']))).toEqual(['1:1 redis → noSecret']);
    expect(summary(block(['redis:', 'port: 1', 'password: 1']))).toEqual([
      '3:13 redis.password → notAllowed',
    ]);
  });

  it('the mail server has one with its user, or neither', () => {
    expect(load(mail()).config.admin_mail).toMatchObject({ smtp_port: 25 });
    expect(load(mail('user: u', 'password_env: P'), { env: { P: 'x' } }).config.admin_mail).toMatchObject({
      user: 'u',
      password: 'x',
    });
  });
});

describe('a password that cannot be had', () => {
  it.each([
    ['nowhere', mysql(), ['1:1 database → noSecret']],
    [
      'in two places',
      mysql('password: a', 'password_env: B'),
      ['6:3 database.password_env: B → severalSecrets'],
    ],
    [
      'in three',
      mysql('password: a', 'password_env: B', 'password_file: c'),
      ['7:3 database.password_file: c → severalSecrets'],
    ],
    [
      'in a variable that is not set',
      mysql('password_env: NOPE'),
      ['5:17 database.password_env: NOPE → variableMissing'],
    ],
    ['in no variable', mysql('password_env: ""'), ['5:17 database.password_env → notAllowed']],
    ['in a number', mysql('password_file: 5'), ['5:18 database.password_file: 5 → notAllowed']],
    [
      'in a missing file',
      mysql('password_file: no.txt'),
      ['5:18 database.password_file: no.txt → otherFileUnreadable'],
    ],
    ['as a number', mysql('password: 123456'), ['5:13 database.password → notAllowed']],
    ['for sqlite', 'database: {password: a}', ['1:12 database.password → otherKind']],
    ['for a user of the mail server', mail('user: u'), ['1:1 admin_mail → noSecret']],
    ['for nobody at the mail server', mail('password: p'), ['1:1 admin_mail → secretWithoutUser']],
    ['as a number, for mail', mail('user: u', 'password: 1'), ['5:13 admin_mail.password → notAllowed']],
    ['as a list, for mail', mail('user: [u]', 'password: p'), ['4:9 admin_mail.user → notAllowed']],
  ])('%s', (_, text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it('a file that Windows PowerShell wrote in UTF-16', () => {
    const world = secretFile(Buffer.from('\uFEFFhunter2\r\n', 'utf16le'));
    expect(summary(mysql('password_file: secret.txt'), world)).toEqual([
      '5:18 database.password_file: secret.txt → otherFileNotUtf8',
    ]);
  });

  it('is told together with all the rest', () => {
    expect(summary(`${mysql('password_env: NOPE', 'port: 0')}\nlanguage: de`)).toEqual([
      '5:17 database.password_env: NOPE → variableMissing',
      '6:9 database.port: 0 → notAllowed',
      '7:11 language: de → notAllowed',
    ]);
  });
});

it.each([
  mysql('password: [hunter2]'),
  mysql('password: hunter2', 'password_env: B'),
  mysql('password: 0xhunter2', 'pasword: hunter2', 'port: 0'),
  mysql('password_env: hunter2'),
  mysql('password: "hunter2'),
  mysql('password: @hunter2'),
  mysql('password: hunter2: x'),
  'database:\n  password: a\n\tpassword: hunter2\n',
  'database: mysql://tax:hunter2@localhost/taxes',
  'server: {public_url: "https://me:hunter2@taxes"}',
  'users: [{login: a, password: hunter2}]',
  'users: [{login: a, password_hash: hunter2}]',
  'users: {admin: hunter2}',
  'users: hunter2',
  'api_tokens: hunter2',
  'api_tokens: [{name: a, token: hunter2}]',
  'api_tokens: [{name: a, token_hash: hunter2}]',
  'api_tokens: {a: hunter2}',
  mail('password: hunter2'),
  'pasword: hunter2',
])('never tells a secret: %s', (text) => {
  const issues = issuesOf(text);
  expect(issues.length).toBeGreaterThan(0);
  expect(formatIssues(issues, 'en') + formatIssues(issues, 'fr')).not.toContain('hunter2');
  expect(JSON.stringify(issues)).not.toContain('hunter2');
});
