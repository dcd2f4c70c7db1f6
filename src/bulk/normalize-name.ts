const ACCENTS = /[\u0300-\u036f]/g;
/** `marié(e)`, `veuf(ve)`: for both genders. */
const BOTH_GENDERS = /\((?:e|s|es|x|ve|ne)\)/g;
/** What separates words, unless a number begins there: −1 is not 1. */
const BETWEEN_WORDS = /(?<=[a-z\d])[\s_'’,/-]+(?=[a-z\d])/g;

/** A name or answer without what people write in several ways: capitals, accents, genders, separators of words. */
export function normalizeName(name: string): string {
  return withoutAccents(name).replace(BOTH_GENDERS, '').trim().replace(BETWEEN_WORDS, '');
}

/** Words that do not distinguish one column from another. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    'a au aux d de des du en et l la le les par pour s an annuel annuelle annuels annuelles nb nbr nbre nombre montant ' +
    'case oui non o n the of in per for annual yearly number amount box yes no y euro euros eur'
  ).split(' '),
);

/** A column's name without units and words such as « nombre de »: common spellings become the same. */
export function normalizeColumn(name: string): string {
  return withoutAccents(name.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(BOTH_GENDERS, '')
    .split(/[^a-z\d]+/)
    .filter((word) => !FILLERS.has(word))
    .join('');
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(ACCENTS, '').toLowerCase();
}
