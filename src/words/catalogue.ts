import type { Language } from '../model/language.ts';
import { unbroken } from './unbroken.ts';

/** The texts of one page, or of one part of it, in each language. A key that one language lacks does not compile. */
export function catalogue<T>(languages: {
  readonly fr: T;
  readonly en: NoInfer<T>;
}): (language: Language) => T {
  let french: T | undefined;
  return (language) => {
    if (language === 'en') return languages.en;
    french ??= unbroken(languages.fr);
    return french;
  };
}
