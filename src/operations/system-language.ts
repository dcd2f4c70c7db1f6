import type { Language } from '../model/language.ts';
/** The language of the person at this machine: French on a French system, else English. */
export function systemLanguage(
  env: Readonly<Record<string, string | undefined>>,
  systemLocale = navigator.language,
): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale;
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
