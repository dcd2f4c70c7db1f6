/** Where the household lives on 31 December: overseas the tax of the scale is reduced (CGI 197, I.3). */
export const RESIDENCES = ['metropole', 'guadeloupe_martinique_reunion', 'guyane_mayotte'] as const;

export type Residence = (typeof RESIDENCES)[number];

/** Overseas departments by number, and everything else that is not metropolitan France. */
const OVERSEAS: Readonly<Record<string, Residence>> = {
  971: 'guadeloupe_martinique_reunion',
  972: 'guadeloupe_martinique_reunion',
  974: 'guadeloupe_martinique_reunion',
  973: 'guyane_mayotte',
  976: 'guyane_mayotte',
  guadeloupe: 'guadeloupe_martinique_reunion',
  martinique: 'guadeloupe_martinique_reunion',
  reunion: 'guadeloupe_martinique_reunion',
  lareunion: 'guadeloupe_martinique_reunion',
  guadeloupemartiniquereunion: 'guadeloupe_martinique_reunion',
  guyane: 'guyane_mayotte',
  frenchguiana: 'guyane_mayotte',
  mayotte: 'guyane_mayotte',
  guyanemayotte: 'guyane_mayotte',
};

const METROPOLE: ReadonlySet<string> = new Set([
  '',
  'metropole',
  'francemetropolitaine',
  'france',
  'mainland',
  'mainlandfrance',
  'metropolitanfrance',
]);

/** 01 to 95, with 2A and 2B for Corsica. */
const DEPARTMENT = /^(0?[1-9]|[1-8]\d|9[0-5]|2[ab])$/;

/** A department (`75`, `2A`, `971`) or a name in either language; null for any other text. */
export function residenceNamed(text: string): Residence | null {
  if (text.length > 60) return null;
  const plain = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  if (Object.hasOwn(OVERSEAS, plain)) return OVERSEAS[plain] ?? null;
  return METROPOLE.has(plain) || DEPARTMENT.test(plain) ? 'metropole' : null;
}
