import type { Language } from '../../model/language.ts';

/** What the import of a tax year says about an invalid file. */
export interface TaxYearTexts {
  readonly title: (file: string, count: number) => string;
  readonly missing: string;
  readonly unknownKey: string;
  readonly notAllowed: string;
  readonly breaksRule: string;
  readonly lengthsDiffer: string;
  readonly withoutOfficial: (year: number) => string;
  readonly otherYear: (year: number) => string;
  readonly oneYear: string;
  /** What a rule between values allows. */
  readonly rules: {
    readonly startsFromZero: () => string;
    readonly abovePrevious: (previous: number) => string;
    readonly after: (previous: string) => string;
    readonly inYear: (year: number) => string;
    readonly follows: (value: number) => string;
    readonly below: (field: string) => string;
    readonly notAbove: (field: string) => string;
  };
  /** The allowed values. */
  readonly allowed: {
    readonly whole: (minimum: number, maximum: number) => string;
    readonly number: (minimum: number, maximum: number) => string;
    readonly anyNumber: string;
    readonly fraction: string;
    readonly text: string;
    readonly url: string;
    readonly date: string;
    readonly listOf: (item: string) => string;
    readonly keys: (keys: readonly string[]) => string;
    readonly orNull: (what: string) => string;
  };
  readonly add: (line: string) => string;
  readonly write: (line: string) => string;
  readonly meant: (key: string) => string;
  readonly remove: string;
  readonly compare: (year: number) => string;
  readonly compareAdminData: string;
  readonly importFirst: (year: number) => string;
}

const french: TaxYearTexts = {
  title: (file, count) =>
    `Le fichier ${file} n'est pas importé : ${count} problème${count > 1 ? 's' : ''}. Rien n'est changé.`,
  missing: 'cette clé manque',
  unknownKey: 'clé inconnue',
  notAllowed: "cette valeur n'est pas permise",
  breaksRule: 'cette valeur contredit les autres',
  lengthsDiffer: "limites, coeffr et coeffn n'ont pas la même longueur",
  otherYear: (year) => `n'est pas ${year}, que demande --year`,
  oneYear: 'Changez incomeYear dans le fichier, ou retirez --year.',
  withoutOfficial: (year) => `la base n'a pas de valeurs de la loi pour les revenus de ${year}`,
  rules: {
    startsFromZero: () => '0 : la première tranche commence à 0',
    abovePrevious: (previous) => `plus que ${previous}, la valeur de la tranche précédente`,
    after: (previous) => `un jour après le ${previous}, celui de la grille précédente`,
    inYear: (year) => `un jour de ${year}, l'année qui suit celle des revenus`,
    follows: (value) => `${value}, qui découle des seuils et des taux`,
    below: (field) => `moins que ${field}`,
    notAbove: (field) => `au plus ${field}`,
  },
  allowed: {
    whole: (minimum, maximum) => `un entier de ${minimum} à ${maximum}`,
    number: (minimum, maximum) => `un nombre de ${minimum} à ${maximum}`,
    anyNumber: 'un nombre',
    fraction: 'une fraction de 0 à 1, quatre décimales au plus, comme 0.11 pour 11 %',
    text: 'un texte',
    date: 'un jour comme 2026-01-31',
    url: 'une adresse http(s)://…',
    listOf: (item) => `une liste d'au moins un élément, chacun ${item}`,
    keys: (keys) => `{ ${keys.join(', ')} }`,
    orNull: (what) => `${what}, ou null`,
  },
  add: (line) => `Ajoutez par exemple ${line}`,
  write: (line) => `Écrivez par exemple ${line}`,
  meant: (key) => `Vouliez-vous écrire ${key} ?`,
  remove: 'Supprimez-la.',
  compare: (year) => `Comparez avec une année livrée : tax-server tax-years export ${year}`,
  compareAdminData: "Comparez avec l'admindata.json de l'ancienne application.",
  importFirst: (year) =>
    `Importez d'abord cette année-là en YAML, ou nommez une autre année : --year ${year}`,
};

const english: TaxYearTexts = {
  title: (file, count) =>
    `The file ${file} is not imported: ${count} problem${count > 1 ? 's' : ''}. Nothing is changed.`,
  missing: 'this key is missing',
  unknownKey: 'unknown key',
  notAllowed: 'this value is not allowed',
  breaksRule: 'this value contradicts the others',
  lengthsDiffer: 'limites, coeffr and coeffn differ in length',
  otherYear: (year) => `is not ${year}, which --year asks for`,
  oneYear: 'Change incomeYear in the file, or leave --year out.',
  withoutOfficial: (year) => `the database has no values of the law for the incomes of ${year}`,
  rules: {
    startsFromZero: () => '0: the first bracket starts from 0',
    abovePrevious: (previous) => `more than ${previous}, the value of the bracket before`,
    after: (previous) => `a day after ${previous}, the day of the grid before`,
    inYear: (year) => `a day of ${year}, the year after that of the incomes`,
    follows: (value) => `${value}, which follows from the thresholds and rates`,
    below: (field) => `less than ${field}`,
    notAbove: (field) => `at most ${field}`,
  },
  allowed: {
    whole: (minimum, maximum) => `a whole number from ${minimum} to ${maximum}`,
    number: (minimum, maximum) => `a number from ${minimum} to ${maximum}`,
    anyNumber: 'a number',
    fraction: 'a fraction from 0 to 1 with at most four decimals, such as 0.11 for 11%',
    text: 'a text',
    date: 'a day such as 2026-01-31',
    url: 'an address http(s)://…',
    listOf: (item) => `a list of at least one item, each ${item}`,
    keys: (keys) => `{ ${keys.join(', ')} }`,
    orNull: (what) => `${what}, or null`,
  },
  add: (line) => `Add for example ${line}`,
  write: (line) => `Write for example ${line}`,
  meant: (key) => `Did you mean ${key}?`,
  remove: 'Remove it.',
  compare: (year) => `Compare with a year that comes with the program: tax-server tax-years export ${year}`,
  compareAdminData: 'Compare with the admindata.json of the earlier application.',
  importFirst: (year) => `Import that year as YAML first, or name another year: --year ${year}`,
};

export const taxYearTexts: Readonly<Record<Language, TaxYearTexts>> = { fr: french, en: english };
