/** A line of the log: in both languages, or in the words of the contract or of another program. */
export type LogText = string | BothLanguages;

export interface BothLanguages {
  readonly fr: string;
  readonly en: string;
}

export function isBothLanguages(value: unknown): value is BothLanguages {
  return typeof value === 'object' && value !== null && 'fr' in value && 'en' in value;
}

/** The line in the language of the file. */
export function inLanguage(text: LogText, language: keyof BothLanguages): string {
  return typeof text === 'string' ? text : text[language];
}
