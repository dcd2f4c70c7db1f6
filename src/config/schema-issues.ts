import type * as z from 'zod';
import { type ConfigExplanation, type ConfigIssue, explain, type TypeMistake } from './config-issues.ts';
import { kindsWithKey } from './config-schema.ts';
import { nearestKey, nearestWord } from './nearest-key.ts';
import { rawValue } from './raw-data.ts';
import { type SettingPath, sampleValue, settingAt, settingsInside } from './settings.ts';
import { isMountPath, isOrigin, unseenCharacter } from './value-checks.ts';

type ZodIssue = z.core.$ZodIssue;

/** Settings that accept any text: a number there only needs quotes. */
const FREE_TEXTS: ReadonlySet<SettingPath> = new Set([
  'users.login',
  'api_tokens.name',
  'database.name',
  'database.user',
  'database.password',
  'redis.user',
  'redis.password',
  'admin_mail.subject',
  'admin_mail.user',
  'admin_mail.password',
]);

function typeMistake(setting: SettingPath, value: unknown): TypeMistake | undefined {
  const sample = sampleValue(setting);
  if (typeof sample === 'boolean' && typeof value !== 'object') return 'not-a-boolean';
  const numeric = typeof sample === 'number' || setting === 'tax.income_year';
  if (numeric && typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) return 'quoted';
  if (FREE_TEXTS.has(setting) && (typeof value === 'number' || typeof value === 'boolean')) return 'unquoted';
  return undefined;
}

/** `do/` meant `/do`. */
function suggestMountPath(value: string): string | undefined {
  const path = `/${value.trim().split('/').filter(Boolean).join('/')}`;
  return path !== '/' && isMountPath(path) ? path : undefined;
}

function explainPublicUrl(value: string): ConfigExplanation | null {
  const setting = 'server.public_url';
  const url = URL.parse(value.includes('://') ? value : `https://${value}`);
  if (url === null || !isOrigin(url.origin)) return null;
  const path = url.pathname + url.search + url.hash;
  return path === '/'
    ? explain('notAllowed', { setting, suggestion: `public_url: ${url.origin}` })
    : explain('urlWithPath', { setting, origin: url.origin, path });
}

/** The allowed values of a key, if they are few. */
function choicesOf(zodIssue: ZodIssue): readonly string[] {
  return zodIssue.code === 'invalid_value' ? zodIssue.values.map(String) : [];
}

function suggestionFor(setting: SettingPath, value: unknown, zodIssue: ZodIssue): string | undefined {
  if (typeof value !== 'string') return undefined;
  const suggested =
    setting === 'server.url_prefix' || setting === 'server.mount_alias'
      ? suggestMountPath(value)
      : nearestWord(value, choicesOf(zodIssue));
  return suggested ? `${setting.slice(setting.lastIndexOf('.') + 1)}: ${suggested}` : undefined;
}

function explainValue(setting: SettingPath, value: unknown, zodIssue: ZodIssue): ConfigExplanation {
  if (value === undefined) return explain('missing', { setting });
  if (value === null) return explain('empty', { setting });
  if (sampleValue(setting) === undefined) return explain('sectionExpected', { setting });
  if (setting === 'users' || setting === 'api_tokens')
    return explain('listExpected', { setting, keys: settingsInside(setting) });
  if (setting === 'users.password_hash') return explain('plainPassword', { setting });
  if (setting === 'api_tokens.token_hash') return explain('plainToken', {});
  return explainText(setting, value) ?? notAllowed(setting, value, zodIssue);
}

/** The issue of a text, if the text itself shows it. */
function explainText(setting: SettingPath, value: unknown): ConfigExplanation | null {
  if (typeof value !== 'string') return null;
  const character = unseenCharacter(value);
  if (character !== null) return explain('unseenCharacter', { setting, character });
  return setting === 'server.public_url' ? explainPublicUrl(value) : null;
}

function notAllowed(setting: SettingPath, value: unknown, zodIssue: ZodIssue): ConfigExplanation {
  const mistake = typeMistake(setting, value);
  const suggestion = suggestionFor(setting, value, zodIssue);
  return explain('notAllowed', { setting, ...(mistake && { mistake }), ...(suggestion && { suggestion }) });
}

function explainUnknownKey(section: SettingPath | '', key: string): ConfigExplanation {
  if (section === 'users' && key === 'password') return explain('passwordKey', {});
  if (section === 'api_tokens' && key === 'token') return explain('plainToken', {});
  const known = settingsInside(section);
  if (section === 'database' && known.includes(key))
    return explain('otherKind', { key, kinds: kindsWithKey(key) });
  return explain('unknownKey', { nearest: nearestKey(key, known), known });
}

function issuesOfIssue(zodIssue: ZodIssue, data: unknown): ConfigIssue[] {
  const setting = settingAt(zodIssue.path);
  if (zodIssue.code === 'unrecognized_keys') {
    return zodIssue.keys.map((key) => ({
      path: [...zodIssue.path, key],
      on: 'key',
      explanation: explainUnknownKey(setting, key),
    }));
  }
  if (setting === '') return [{ path: [], on: 'value', explanation: explain('notASection', {}) }];
  const value = rawValue(data, zodIssue.path);
  const on = value === undefined ? 'key' : 'value';
  return [{ path: zodIssue.path, on, explanation: explainValue(setting, value, zodIssue) }];
}

/** The issues of the schema in our terms: one for each value or unknown key. */
export function schemaIssues(error: z.ZodError, data: unknown): ConfigIssue[] {
  const seen = new Set<string>();
  return error.issues
    .flatMap((zodIssue) => issuesOfIssue(zodIssue, data))
    .filter(({ path }) => {
      const place = JSON.stringify(path);
      return !seen.has(place) && seen.add(place);
    });
}
