import type { CannotCalculateReason } from '../../tax/cannot-calculate.ts';
import type { BoxFault } from '../../tax/return/box-faults.ts';
import { boxFaultInWords, cannotCalculateInWords } from '../../words/box-faults.ts';
import { english } from './english.ts';
import { french } from './french.ts';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

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

/** What the fields of the contract are called in each language, where `{name}` stands for one. */
const fieldNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {},
  en: { marié: 'married', enfants: 'children', salaire: 'salary', année: 'year', user: 'user name' },
};

/** A reason that travels as data: what is wrong with a box, or why there is no amount. */
function reasonOf(
  { fault, cannot }: Message['values'],
  language: Language,
): Readonly<Record<string, string>> {
  if (fault !== undefined) return { reason: boxFaultInWords(JSON.parse(fault) as BoxFault, language) };
  if (cannot === undefined) return {};
  return { reason: cannotCalculateInWords(cannot as CannotCalculateReason, language) };
}

/** The message in words. Values are inserted as they are: whoever shows them escapes them. */
export function inWords({ id, values: told }: Message, language: Language = 'fr'): string {
  const values = { ...told, ...reasonOf(told, language) };
  return catalogues[language][id].replace(/\{(\w+)\}/g, (hole, key: string) => {
    const value = values[key] ?? hole;
    return key === 'name' && Object.hasOwn(fieldNames[language], value)
      ? String(fieldNames[language][value])
      : value;
  });
}
