import type { Language } from '../model/language.ts';

/** The issues of a command line. */
export interface UsageTexts {
  readonly unknownCommand: (name: string) => string;
  readonly unknownOption: (option: string) => string;
  /** Follows an unknown word. */
  readonly meant: (word: string) => string;
  /** The same, when no known word is similar. */
  readonly known: (words: readonly string[]) => string;
  /** The same, when too many words are known. */
  readonly among: (words: readonly string[]) => string;
  readonly valueMissing: (option: string) => string;
  readonly valueTooMany: (option: string) => string;
  readonly argumentTooMany: (argument: string) => string;
  readonly argumentMissing: string;
  readonly badValue: (option: string, value: string, expected: string) => string;
  readonly wholeNumber: (minimum: number, maximum: number) => string;
  readonly oneOf: (names: readonly (string | number)[]) => string;
  readonly incomeYear: string;
  readonly hostName: string;
  readonly endpoint: string;
  readonly path: string;
  readonly unusableFile: (file: string) => string;
  readonly noIncome: string;
  readonly eitherOf: (one: string, other: string) => string;
  readonly forHouseholdOnly: (option: string) => string;
  readonly forFileOnly: (option: string) => string;
  readonly officialOnly: string;
  readonly notOf: (option: string, command: string) => string;
}

const english: UsageTexts = {
  unknownCommand: (name) => `unknown command: ${name}`,
  unknownOption: (option) => `unknown option: ${option}`,
  meant: (word) => `; did you mean ${word}?`,
  known: (words) => `; known: ${words.join(', ')}`,
  among: (words) => `; the nearest: ${words.join(', ')}; --help lists them all`,
  valueMissing: (option) => `${option}: its value is missing`,
  valueTooMany: (option) => `${option} takes no value`,
  argumentTooMany: (argument) => `unexpected argument: ${argument}`,
  argumentMissing: 'an argument is missing',
  badValue: (option, value, expected) => `${option} ${value}: ${expected}`,
  wholeNumber: (minimum, maximum) => `a whole number from ${minimum} to ${maximum}`,
  oneOf: (names) => `one of ${names.join(', ')}`,
  incomeYear: 'an income year like 2025',
  hostName: 'a host name like flask-impots-withmysql',
  endpoint: 'a port, or an address and a port like 127.0.0.1:8080',
  path: 'a path like /show-date-time',
  unusableFile: (file) => `not usable in an Apache configuration: ${file}`,
  noIncome: 'give --salary or --pension, 0 when there is none',
  eitherOf: (one, other) => `${one} and ${other} cannot be used together`,
  forHouseholdOnly: (option) => `${option} is for a household on the command line, not for a file`,
  forFileOnly: (option) => `${option} is for a file, not for a household on the command line`,
  officialOnly: '--withholding needs the official method: add --method official',
  notOf: (option, command) => `${option} is not for ${command}`,
};

const french: UsageTexts = {
  unknownCommand: (name) => `commande inconnue : ${name}`,
  unknownOption: (option) => `option inconnue : ${option}`,
  meant: (word) => ` ; vouliez-vous dire ${word} ?`,
  known: (words) => ` ; connues : ${words.join(', ')}`,
  among: (words) => ` ; les plus proches : ${words.join(', ')} ; --help les donne toutes`,
  valueMissing: (option) => `${option} : sa valeur manque`,
  valueTooMany: (option) => `${option} ne prend pas de valeur`,
  argumentTooMany: (argument) => `argument de trop : ${argument}`,
  argumentMissing: 'il manque un argument',
  badValue: (option, value, expected) => `${option} ${value} : ${expected}`,
  wholeNumber: (minimum, maximum) => `un nombre entier de ${minimum} à ${maximum}`,
  oneOf: (names) => `l'un de ${names.join(', ')}`,
  incomeYear: 'une année de revenus comme 2025',
  hostName: "un nom d'hôte comme flask-impots-withmysql",
  endpoint: 'un port, ou une adresse et un port comme 127.0.0.1:8080',
  path: 'un chemin comme /show-date-time',
  unusableFile: (file) => `inutilisable dans une configuration d'Apache : ${file}`,
  noIncome: "donnez --salary ou --pension, 0 s'il n'y en a pas",
  eitherOf: (one, other) => `${one} et ${other} ne vont pas ensemble`,
  forHouseholdOnly: (option) => `${option} va avec un foyer sur la ligne de commande, pas avec un fichier`,
  forFileOnly: (option) => `${option} va avec un fichier, pas avec un foyer sur la ligne de commande`,
  officialOnly: '--withholding demande la méthode officielle : ajoutez --method official',
  notOf: (option, command) => `${option} ne va pas avec ${command}`,
};

export const usageTexts: Readonly<Record<Language, UsageTexts>> = { fr: french, en: english };
