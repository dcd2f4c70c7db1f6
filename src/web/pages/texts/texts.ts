import type { Language } from '../../messages/message.ts';
import { english } from './english.ts';
import { french } from './french.ts';

/** The words of the pages, the same keys in each language. */
export type Texts = typeof french;

const catalogues: Readonly<Record<Language, Texts>> = { fr: french, en: english };

export function textsIn(language: Language): Texts {
  return catalogues[language];
}

/** Replaces each `{name}` of a text by its value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
