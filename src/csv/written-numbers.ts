/** Longer texts are not numbers that people write. */
const LONGEST = 40;

const CURRENCY = /^(?:€|eur)|(?:€|eur|euros?)$/gi;

/** The ways to write the whole part, with separators of thousands. The decimals never have three digits. */
const FORMS: readonly RegExp[] = [
  /^(\d+)(?:[.,](\d{1,2}|\d{4,}))?$/,
  /^(\d{1,3}(?:[\s'’]\d{3})+)(?:[.,](\d{1,2}|\d{4,}))?$/,
  /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}|\d{4,}))$/,
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}|\d{4,}))$/,
  /^(\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,})$/,
];

const COUNT = /^(\d+)(?:[.,]0+)?$/;

/** Three digits after a point or comma: decimals for some people, thousands for others. */
const AMBIGUOUS = /^([\d\s'’]+)[.,](\d{3})$/;

/**
 * An amount as people write it: spaces, points, commas or apostrophes between thousands, a comma or point before
 * decimals, a currency. Decimals are dropped, as on the tax form (« Arrondissez à l'euro inférieur »).
 *
 * @returns whole euros; null for anything else, and for what can be read in two ways
 */
export function writtenAmount(text: string): number | null {
  const parts = partsOf(text);
  return parts && numberOf(parts.whole);
}

/** The same with its decimals, in euros, rounded to the cent. */
export function writtenCents(text: string): number | null {
  const parts = partsOf(text);
  return parts && Math.round(Number(`${numberOf(parts.whole)}.${parts.decimals}`) * 100) / 100;
}

export const MONTHS = 12;

/** A monthly amount as a yearly one, in whole euros; null like {@link writtenAmount}. */
export function monthlyAmount(text: string): number | null {
  const month = writtenCents(text);
  return month === null ? null : Math.floor((Math.round(month * 100) * MONTHS) / 100);
}

function partsOf(text: string): { readonly whole: string; readonly decimals: string } | null {
  const figures = figuresOf(text);
  for (const form of FORMS) {
    const [, whole, decimals = '0'] = form.exec(figures) ?? [];
    if (whole !== undefined) return { whole, decimals };
  }
  return null;
}

/** The two readings of an amount such as 55.555 or 1,234, in whole euros; null for any other text. */
export function twoReadings(
  text: string,
): { readonly withThousands: number; readonly withDecimals: number } | null {
  const [, whole, last] = AMBIGUOUS.exec(figuresOf(text)) ?? [];
  if (whole === undefined || last === undefined) return null;
  return { withThousands: numberOf(whole + last), withDecimals: numberOf(whole) };
}

/** A whole number as people and spreadsheets write it, such as 2 or 2.0; null for anything else. */
export function writtenCount(text: string): number | null {
  const whole = COUNT.exec(text.length > LONGEST ? '' : text.trim())?.[1];
  return whole === undefined ? null : Number(whole);
}

/** The text without its currency; empty when it is longer than any number. */
function figuresOf(text: string): string {
  return text.length > LONGEST ? '' : text.trim().replace(CURRENCY, '').trim();
}

function numberOf(digits: string): number {
  return Number(digits.replace(/\D/g, ''));
}
