import type { ConfigExplanation } from './config-issues.ts';
import { settingAt, settingsInside } from './settings.ts';
import type { YamlSource } from './yaml-source.ts';

const LONGEST = 80;
const SECRET = /^(password|password_hash|token_hash)$/;
/** A password written by mistake after `password_env` is rarely in capitals. */
const VARIABLE_NAME = /^["']?[A-Z_][A-Z0-9_]*["']?$/;

/** `['users', 0, 'login']` as `users[0].login`; null for the whole file. */
export function shownKey(path: readonly PropertyKey[]): string | null {
  if (path.length === 0) return null;
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1);
}

/** Whether a message may repeat the value: its setting is known, and not a secret. */
function mayShow(path: readonly PropertyKey[], written: string, { code }: ConfigExplanation): boolean {
  const setting = settingAt(path);
  if (setting === '' || settingsInside(setting).length > 0) return false;
  if (code === 'unknownKey' || code === 'otherKind' || code === 'passwordKey' || code === 'plainToken')
    return false;
  const name = String(path.filter((key) => typeof key === 'string').at(-1));
  return name === 'password_env' ? VARIABLE_NAME.test(written) : !SECRET.test(name);
}

/** The value for the console: one short line, without the password of an address. */
export function shownValue(
  path: readonly PropertyKey[],
  source: YamlSource,
  explanation: ConfigExplanation,
): string | null {
  const written = source.writtenValue(path);
  if (written === null || written === '' || !mayShow(path, written, explanation)) return null;
  return oneShortLine(written.replace(/\/\/[^@/]*@/, '//…@'));
}

/** A text of a file made safe for the console: one short line without control characters. */
export function oneShortLine(written: string): string {
  const line = written.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
