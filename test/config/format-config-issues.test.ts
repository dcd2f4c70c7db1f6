import { describe, expect, it } from 'vitest';
import { type ConfigExplanation, explain, type LocatedIssue } from '../../src/config/config-issues.ts';
import { describeIssue, formatIssues } from '../../src/config/format-config-issues.ts';
import { issuesInEnglish } from '../../src/config/texts/issues.en.ts';
import { LANGUAGES } from '../../src/model/language.ts';
import { FILE, issuesOf } from './load-text.ts';

const TEXT = `server:
  port: 80800
  hots: localhost
log:
  level: loud
`;

it('the text in English', () => {
  expect(formatIssues(issuesOf(TEXT), 'en')).toBe(`The configuration ${FILE} cannot be used: 3 problems

config.yaml, line 2, column 9 · server.port: 80800
  this value is not allowed
  Allowed: a whole number from 1 to 65535
  Hint: Write for example port: 5000

config.yaml, line 3, column 3 · server.hots
  unknown key
  Allowed: host, port, url_prefix, mount_alias, public_url, trusted_proxies, local_access, frame_ancestors
  Hint: Did you mean host?

config.yaml, line 5, column 10 · log.level: loud
  this value is not allowed
  Allowed: fatal, error, warn, info, debug or trace
  Hint: Write for example level: info`);
});

it('the text in French', () => {
  expect(formatIssues(issuesOf('server:\n  port: 80800\n'), 'fr')).toBe(
    `La configuration ${FILE} est inutilisable : 1 problème

config.yaml, ligne 2, colonne 9 · server.port: 80800
  cette valeur n'est pas permise
  Permis : un entier de 1 à 65535
  Conseil : Écrivez par exemple port: 5000`,
  );
});

/** One explanation of each kind; the type makes sure that none is forgotten. */
const explanations: Readonly<Record<ConfigExplanation['code'], ConfigExplanation>> = {
  fileMissing: explain('fileMissing', {}),
  fileIsFolder: explain('fileIsFolder', {}),
  fileUnreadable: explain('fileUnreadable', { reason: 'EACCES' }),
  fileTooLarge: explain('fileTooLarge', { maximumKilobytes: 1024 }),
  hiddenExtension: explain('hiddenExtension', { found: 'config.yaml.txt', expected: 'config.yaml' }),
  utf16: explain('utf16', {}),
  notUtf8: explain('notUtf8', {}),
  tab: explain('tab', {}),
  duplicateKey: explain('duplicateKey', {}),
  syntax: explain('syntax', { issue: 'escape' }),
  notASection: explain('notASection', {}),
  sectionExpected: explain('sectionExpected', { setting: 'server' }),
  listExpected: explain('listExpected', { setting: 'users', keys: ['login', 'password_hash'] }),
  unknownKey: explain('unknownKey', { nearest: 'port', known: ['host', 'port'] }),
  otherKind: explain('otherKind', { key: 'file', kinds: ['sqlite'] }),
  missing: explain('missing', { setting: 'database.name' }),
  empty: explain('empty', { setting: 'server.port' }),
  unseenCharacter: explain('unseenCharacter', { setting: 'log.file', character: 'U+2028' }),
  notAllowed: explain('notAllowed', { setting: 'server.port', mistake: 'quoted' }),
  urlWithPath: explain('urlWithPath', { setting: 'server.public_url', origin: 'https://x', path: '/y' }),
  plainPassword: explain('plainPassword', { setting: 'users.password_hash' }),
  passwordKey: explain('passwordKey', {}),
  plainToken: explain('plainToken', {}),
  duplicateTokenName: explain('duplicateTokenName', { setting: 'api_tokens.name', firstLine: 3 }),
  duplicateLogin: explain('duplicateLogin', { setting: 'users.login', firstLine: 3 }),
  noSecret: explain('noSecret', { setting: 'database.password' }),
  severalSecrets: explain('severalSecrets', {
    setting: 'database.password',
    found: ['password', 'password_env'],
  }),
  secretWithoutUser: explain('secretWithoutUser', { setting: 'admin_mail.user' }),
  variableMissing: explain('variableMissing', { setting: 'database.password_env' }),
  otherFileUnreadable: explain('otherFileUnreadable', {
    setting: 'database.password_file',
    path: '/srv/p',
    reason: 'ENOENT',
  }),
  sharedWithoutSessions: explain('sharedWithoutSessions', { setting: 'uploads.shared' }),
  folderUnusable: explain('folderUnusable', {
    setting: 'uploads.folder',
    path: '/srv/up',
    reason: 'ENOENT',
  }),
  otherFileNotUtf8: explain('otherFileNotUtf8', { setting: 'database.password_file', path: '/srv/p' }),
};

const issue = (explanation: ConfigExplanation): LocatedIssue => ({
  file: FILE,
  line: 1,
  column: 1,
  key: null,
  value: null,
  explanation,
});

describe('each explanation', () => {
  it.each(Object.values(explanations))('$code: complete and its own in both languages', (explanation) => {
    const [french, english] = LANGUAGES.map((language) => describeIssue(issue(explanation), language));
    for (const worded of [french, english]) {
      expect(worded?.issue).toMatch(/^\S.*\S$/);
      expect(worded?.hint).toMatch(/^\S.*\S$/);
      expect(JSON.stringify(worded)).not.toMatch(/undefined|\[object/);
    }
    expect(french?.issue).not.toBe(english?.issue);
    expect(french?.hint).not.toBe(english?.hint);
  });

  it('says why a file cannot be read, in words where there are some', () => {
    const unreadable = (reason: string) =>
      describeIssue(issue(explain('fileUnreadable', { reason })), 'en').issue;
    expect(unreadable('EACCES')).toBe('this file cannot be read (permission denied)');
    expect(unreadable('EIO')).toBe('this file cannot be read (EIO)');
  });

  it('each issue of YAML has a hint of its own', () => {
    const hints = Object.values(issuesInEnglish.syntax).map(({ hint }) => hint);
    expect(new Set(hints).size).toBe(hints.length);
  });
});

it('what comes from the file cannot paint the console or fill it', () => {
  const [painting] = issuesOf(`language: "\u001b[2Jfr"`);
  expect(painting?.value).toBe('" [2Jfr"');
  const [long] = issuesOf(`language: ${'x'.repeat(500)}`);
  expect(long?.value?.length).toBe(81);
  const many = issuesOf('a: }\n'.repeat(200));
  expect(many.length).toBeGreaterThan(100);
  expect(formatIssues(many, 'en').match(/line \d+/g)).toHaveLength(50);
});

it('a problem without a place is shown with the path', () => {
  const text = formatIssues([{ ...issue(explanations.fileMissing), line: null, column: null }], 'en');
  expect(text.split('\n')[2]).toBe(FILE);
});
