import type { Language } from '../../messages/message.ts';
import { english } from './english.ts';
import { french } from './french.ts';

export { fill } from '../../messages/fill.ts';

/** The words of the pages, the same keys in each language. */
export type Texts = typeof french;

const catalogues: Readonly<Record<Language, Texts>> = { fr: french, en: english };

export function textsIn(language: Language): Texts {
  return catalogues[language];
}
