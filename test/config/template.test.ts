import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rawValue } from '../../src/config/raw-data.ts';
import { sampleValue, settingPaths } from '../../src/config/settings.ts';
import { configTemplate } from '../../src/config/template.ts';
import { settingTexts } from '../../src/config/texts/setting-texts.ts';
import { LANGUAGES } from '../../src/model/language.ts';
import { FOLDER, load } from './load-text.ts';

const HASH = '$pbkdf2-sha256$29000$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const TOKEN_HASH = `sha256:${'0a'.repeat(32)}`;

it('config.example.yaml is the English template (npx vitest run -u writes it anew)', async () => {
  await expect(configTemplate({ language: 'en' })).toMatchFileSnapshot(resolve('config.example.yaml'));
});

/** The template with every `#` removed that stands before a key, as it says at its top. */
const turnedOn = (text: string) => text.replaceAll(/^( *)#(?=(?: {2})*(?:- )?\w+:)/gm, '$1');

/** Without the lines that start so. */
function without(text: string, ...starts: string[]): string {
  return text
    .split('\n')
    .filter((line) => !starts.some((start) => line.startsWith(start)))
    .join('\n');
}

describe.each(LANGUAGES)('the template (%s)', (language) => {
  const text = configTemplate({ language });

  it('holds the defaults and nothing else', () => {
    expect(load(text)).toEqual(load(''));
  });

  it('writes every default as it is in the table', () => {
    const data: unknown = parse(text);
    for (const path of settingPaths) {
      const value = rawValue(data, path.split('.'));
      if (value !== undefined && sampleValue(path) !== undefined)
        expect(value, path).toEqual(sampleValue(path));
    }
  });

  it('shows every setting with its comment', () => {
    for (const path of settingPaths) {
      const name = path.slice(path.lastIndexOf('.') + 1);
      expect(text, path).toMatch(new RegExp(`^ *#? *(- )?${name}:`, 'm'));
    }
    const words = text.replaceAll(/\n *#? +#? */g, ' ');
    for (const [path, { about }] of Object.entries(settingTexts[language]))
      expect(words, path).toContain(about);
  });

  it('its lines fit a screen', () => {
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/« *\n|\n *# [:;»]/);
  });

  it('turned on by removing "#", each setting works', () => {
    const everything = turnedOn(text)
      .replace('kind: sqlite', 'kind: mysql')
      .replace('$argon2id$…', HASH)
      .replace('sha256:…', TOKEN_HASH);
    const chosen = without(
      everything,
      '  file: tax-server.db',
      '  password_env:',
      '  password_file:',
      'users: []',
      'api_tokens: []',
      'admin_mail: null',
    );
    const { database, users, api_tokens, admin_mail } = load(chosen).config;
    expect(database).toMatchObject({
      kind: 'mysql',
      user: 'tax-server',
      password: 'change-me',
      pool_size: 10,
    });
    expect(users).toEqual([{ login: 'admin', password_hash: HASH }]);
    expect(api_tokens).toEqual([{ name: 'payroll', token_hash: TOKEN_HASH, expires: '2027-12-31' }]);
    expect(admin_mail).toMatchObject({ smtp_host: 'localhost', user: 'tax-server', password: 'change-me' });
  });

  it('carries users, and the language of the pages', () => {
    const users = [
      { login: 'admin', password_hash: HASH },
      { login: 'Zoé: "x"', password_hash: HASH },
    ];
    const { config } = load(configTemplate({ language, pages: 'en', users }));
    expect(config.users).toEqual(users);
    expect(config.language).toBe('en');
  });
});

it('paths of the template are beside the file', () => {
  expect(load(configTemplate({ language: 'fr' })).config.log.file).toBe(
    resolve(FOLDER, 'logs/tax-server.log'),
  );
});
