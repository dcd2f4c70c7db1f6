import type { Language } from '../model/language.ts';
import type { NumberKind } from './number-formats.ts';

const DAY_MS = 86_400_000;
/** The first days of the two calendars of spreadsheets, in days before 1970. */
const EPOCH = { from1900: 25_569, from1904: 24_107 } as const;

/** Reliable decimals of a spreadsheet's number. */
const DECIMALS = 10;

const words = {
  fr: {
    yes: 'vrai',
    no: 'faux',
    percent: ' %',
    noValue: (cell: string) => `${cell} : formule sans valeur, à enregistrer dans Excel`,
  },
  en: {
    yes: 'true',
    no: 'false',
    percent: '%',
    noValue: (cell: string) => `${cell}: formula without a value, to be saved in Excel`,
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/** The content of cells as the text that a person would type. */
export interface CellTexts {
  /** @param text as stored, with a decimal point */
  number(text: string, kind: NumberKind): string;
  boolean(text: string): string;
  /** A text that is neither an amount nor a name, so that the cell is refused with the reason. */
  formulaWithoutValue(cell: string): string;
}

export function cellTexts(language: Language, countsFrom1904: boolean): CellTexts {
  const { yes, no, percent, noValue } = words[language];
  const dayOf = countsFrom1904 ? (serial: number) => serial - EPOCH.from1904 : dayFrom1900;
  return {
    number(text, kind) {
      const number = Number(text);
      if (kind === 'number' && isPlain(text)) return text;
      if (!Number.isFinite(number)) return text;
      if (kind === 'date') return dateText(number, dayOf(number)) ?? text;
      return kind === 'percent' ? `${plainNumber(number * 100)}${percent}` : plainNumber(number);
    },
    boolean: (text) => (text === '1' || text === 'true' ? yes : no),
    formulaWithoutValue: noValue,
  };
}

/** Only digits, as in most cells. */
function isPlain(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}

/**
 * A number with a decimal point and without an exponent. Three decimals get a fourth: in 1234.567 the point could
 * separate thousands.
 */
export function plainNumber(number: number): string {
  if (Number.isInteger(number)) return Math.abs(number) < 1e21 ? String(number) : number.toExponential();
  const text = withoutLastZeros(number.toFixed(DECIMALS));
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

function withoutLastZeros(decimal: string): string {
  let end = decimal.length;
  while (decimal[end - 1] === '0') end -= 1;
  if (decimal[end - 1] === '.') end -= 1;
  return decimal.slice(0, end);
}

/** Excel counts 29 February 1900, the 60th day, which there was not. */
function dayFrom1900(serial: number): number {
  return serial - EPOCH.from1900 + (serial < 60 ? 1 : 0);
}

/**
 * `2025-12-31`, `2025-12-31 08:30`, or `08:30` for less than a day; null for any other number.
 *
 * @param days since 1970
 */
function dateText(serial: number, days: number): string | null {
  const date = new Date(Math.round((days * DAY_MS) / 60_000) * 60_000);
  if (Number.isNaN(date.getTime())) return null;
  const [day = '', time = ''] = date.toISOString().split('T');
  const minutes = time.slice(0, 5);
  if (serial < 1) return minutes;
  return minutes === '00:00' ? day : `${day} ${minutes}`;
}
