import { english } from './english.ts';
import { french } from './french.ts';

export type Language = 'fr' | 'en';
export type MessageId = keyof typeof french;

/** A message before it is put into words: plain data, so that a stored page can be shown in another language. */
export interface Message {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string>>;
}

export function message(id: MessageId, values: Record<string, string | number> = {}): Message {
  return {
    id,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  };
}

const catalogues = { fr: french, en: english };

/** The message in words. Values are inserted as they are: whoever shows them escapes them. */
export function inWords({ id, values }: Message, language: Language = 'fr'): string {
  return catalogues[language][id].replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
