import leven, { closestMatch } from 'leven';
import { type SettingPath, settingPaths } from './settings.ts';

/** The names of the earlier application (contract §4.1). */
const FORMER_NAMES: Readonly<Record<string, SettingPath>> = {
  prefix_url: 'server.url_prefix',
  application_root: 'server.mount_alias',
  with_csrftoken: 'csrf_token',
  with_redissession: 'session.store',
  logsFilename: 'log.file',
  adminMail: 'admin_mail',
  'smtp-server': 'admin_mail.smtp_host',
  'smtp-port': 'admin_mail.smtp_port',
};

/** Two swapped letters count as two wrong ones; with half of the letters wrong it is another word. */
const tolerance = (word: string) => Math.min(Math.floor(word.length / 2), 3);

/** The word that was probably meant; null when none is similar. */
export function nearestWord(word: string, words: readonly string[]): string | null {
  return closestMatch(word.toLowerCase(), words, { maxDistance: tolerance(word) }) ?? null;
}

/** The most similar words, up to a number. */
export function nearestWords(word: string, words: readonly string[], count: number): readonly string[] {
  const typed = word.toLowerCase();
  return words.toSorted((one, other) => leven(typed, one) - leven(typed, other)).slice(0, count);
}

/** The key that was probably meant: a similar one of the same section, a former name, or the same name in another section. */
export function nearestKey(key: string, known: readonly string[]): string | null {
  const former = Object.hasOwn(FORMER_NAMES, key) ? FORMER_NAMES[key] : undefined;
  const elsewhere = settingPaths.find((path) => path.endsWith(`.${key}`));
  return former ?? nearestWord(key, known) ?? elsewhere ?? null;
}
