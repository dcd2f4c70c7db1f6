import type { Situation } from '../tax/household.ts';
import { plainName } from './plain-name.ts';

/** With spaces between thousands, cents and a currency: how spreadsheets and people write amounts. */
const WRITTEN_AMOUNT = /^(\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d{1,2})?\s*\u20ac?$/;

/** Decimal digits and nothing else; −1 for any other text. Ten digits at most, far above every bound. */
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

/** A whole number, blanks around it allowed; nothing is 0, null when it is none or above `max`. */
export function wholeNumber(text: string, max: number): number | null {
  const value = digits(text);
  return within(value >= 0 ? value : digitsOrNothing(text.trim()), max);
}

/**
 * An amount in whole euros; nothing is 0, null when it is none or above `max`. Cents are dropped, as the contract's form
 * asks for (« Arrondissez à l'euro inférieur »): one or two digits after a point or comma. Three could as well be
 * thousands: refused rather than guessed.
 */
export function amount(text: string, max: number): number | null {
  const value = digits(text);
  return within(value >= 0 ? value : writtenAmount(text.trim()), max);
}

function writtenAmount(text: string): number {
  const [, whole] = WRITTEN_AMOUNT.exec(text) ?? [];
  return whole === undefined ? digitsOrNothing(text) : digits(whole.replace(/\D/g, ''));
}

function digitsOrNothing(text: string): number {
  return text === '' ? 0 : digits(text);
}

function within(value: number, max: number): number | null {
  return value >= 0 && value <= max ? value : null;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['', false],
  ['0', false],
  ['1', true],
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

const STATUSES: ReadonlyMap<string, Situation> = new Map([
  ['', 'single'],
  ['celibataire', 'single'],
  ['couple', 'couple'],
  ['divorce', 'single'],
  ['divorced', 'single'],
  ['divorcee', 'single'],
  ['married', 'couple'],
  ['marie', 'couple'],
  ['mariee', 'couple'],
  ['pacs', 'couple'],
  ['pacse', 'couple'],
  ['pacsee', 'couple'],
  ['single', 'single'],
  ['veuf', 'widowed'],
  ['veuve', 'widowed'],
  ['widowed', 'widowed'],
]);

/** Yes or no in either language, as a number or as a spreadsheet has it; nothing is no, null when it is neither. */
export function yesOrNo(text: string): boolean | null {
  return BOOLEANS.get(text) ?? BOOLEANS.get(plainName(text)) ?? null;
}

/** In either language; nothing is single, null when it is unknown. */
export function status(text: string): Situation | null {
  return STATUSES.get(text) ?? STATUSES.get(plainName(text)) ?? null;
}
