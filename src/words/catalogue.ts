import type { Language } from '../model/language.ts';

import { unbroken } from './unbroken.ts';

/**
 * The words of one page, or of one part of it, in each language: a file of its own beside this one. A key that one
 * language lacks, or has too many, is an error of the compiler.
 */
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
