import { writtenAmount, writtenCount } from '../csv/written-numbers.ts';
import type { Situation } from '../tax/return/household.ts';
import { normalizeName } from './normalize-name.ts';

/** Decimal digits only; −1 for any other text. Ten digits at most, far above every bound. */
function digits(text: string): number {
  const { length } = text;
  if (length === 0 || length > 10) return -1;
  let value = 0;
  for (let index = 0; index < length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  return value;
}

/** A whole number as {@link writtenCount} reads it; an empty text is 0; null when invalid or above `max`. */
export function parseCount(text: string, max: number): number | null {
  return within(text, max, writtenCount);
}

/** An amount in whole euros as {@link writtenAmount} reads it; an empty text is 0; null when invalid or above `max`. */
export function amount(text: string, max: number): number | null {
  return within(text, max, writtenAmount);
}

/** The fast way first: most numbers are digits only. */
function within(text: string, max: number, read: (text: string) => number | null): number | null {
  const plain = digits(text);
  const value = plain >= 0 ? plain : text.trim() === '' ? 0 : read(text);
  return value !== null && value <= max ? value : null;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['', false],
  ['0', false],
  ['1', true],
  ['0.0', false],
  ['1.0', true],
  ['f', false],
  ['false', false],
  ['faux', false],
  ['n', false],
  ['no', false],
  ['non', false],
  ['o', true],
  ['oui', true],
  ['t', true],
  ['true', true],
  ['vrai', true],
  ['y', true],
  ['yes', true],
]);

/** Normalized by {@link normalizeName}; single letters are boxes of the return. */
const STATUS_NAMES = {
  single: [
    ...[
      '',
      'single',
      'divorced',
      'separated',
      'unmarried',
      'celibataire',
      'divorce',
      'divorcee',
      'separe',
      'separee',
    ],
    ...['celibatairedivorceousepare', 'c', 'd'],
  ],
  couple: [
    ...[
      'couple',
      'married',
      'civilpartnership',
      'marie',
      'mariee',
      'maries',
      'pacs',
      'pacse',
      'pacsee',
      'pacses',
    ],
    ...['marieoupacse', 'mariepacse', 'marriedorpacs', 'm', 'o'],
  ],
  widowed: ['widowed', 'widow', 'widower', 'veuf', 'veuve', 'veufouveuve', 'veufveuve', 'v'],
} as const satisfies Readonly<Record<Situation, readonly string[]>>;

const STATUSES: ReadonlyMap<string, Situation> = new Map(
  (Object.keys(STATUS_NAMES) as Situation[]).flatMap((situation) =>
    STATUS_NAMES[situation].map((name) => [name, situation] as const),
  ),
);

const UNMARRIED_COUPLE: ReadonlySet<string> = new Set([
  ...['concubinage', 'enconcubinage', 'concubin', 'concubine', 'concubins', 'unionlibre', 'enunionlibre'],
  ...['viemaritale', 'cohabitation', 'cohabiting', 'livingtogether'],
]);

/** Yes or no in either language, as a number or as spreadsheets write it; an empty text is no; null when it is neither. */
export function yesOrNo(text: string): boolean | null {
  return BOOLEANS.get(text) ?? BOOLEANS.get(normalizeName(text)) ?? null;
}

/** In either language; an empty text is single; null when unknown. */
export function status(text: string): Situation | null {
  return STATUSES.get(text) ?? STATUSES.get(normalizeName(text)) ?? null;
}

/** Whether the text names an unmarried couple: they are two households (CGI art. 6). */
export function isUnmarriedCouple(text: string): boolean {
  return UNMARRIED_COUPLE.has(normalizeName(text));
}
