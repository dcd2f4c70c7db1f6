import type { Language } from '../../model/language.ts';

/** A number as a person reads it beside its raw value, which programs read in `<data value>`. */
export interface ShownNumber {
  readonly raw: string;
  readonly text: string;
}

interface Formats {
  readonly whole: Intl.NumberFormat;
  readonly decimal: Intl.NumberFormat;
  readonly seconds: Intl.NumberFormat;
  readonly minutes: Intl.NumberFormat;
  readonly hours: Intl.NumberFormat;
  readonly euros: Intl.NumberFormat;
  readonly compactEuros: Intl.NumberFormat;
  readonly compactNumber: Intl.NumberFormat;
  readonly euroChange: Intl.NumberFormat;
  readonly percentChange: Intl.NumberFormat;
  readonly rate: Intl.NumberFormat;
  readonly pointChange: Intl.NumberFormat;
}

const COMPACT_FROM = 100_000;
/** French puts no space between a unit and the sign: 25 k€, 2 M€, 1 Md€. */
const UNIT_APART = /(\p{L})\s€/u;
const FITTING_BELOW = 10_000_000;

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
const made = new Map<Language, Formats>();

/** Made when a page first needs them: making them is slow. */
function formatsIn(language: Language): Formats {
  const formats = made.get(language) ?? formatsOf(locales[language]);
  made.set(language, formats);
  return formats;
}

function formatsOf(locale: string): Formats {
  const plain = { signDisplay: 'negative' } as const;
  const signed = { signDisplay: 'exceptZero' } as const;
  const currency = {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  } as const;
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  const duration = { style: 'unit', unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return {
    whole: new Intl.NumberFormat(locale, { ...plain, maximumFractionDigits: 0 }),
    decimal: new Intl.NumberFormat(locale, { ...plain, maximumFractionDigits: 2 }),
    seconds: new Intl.NumberFormat(locale, { ...duration, unit: 'second' }),
    minutes: new Intl.NumberFormat(locale, { ...duration, unit: 'minute' }),
    hours: new Intl.NumberFormat(locale, { ...duration, unit: 'hour' }),
    euros: new Intl.NumberFormat(locale, { ...currency, ...plain }),
    compactEuros: new Intl.NumberFormat(locale, { ...currency, ...plain, ...compact }),
    compactNumber: new Intl.NumberFormat(locale, { ...plain, ...compact }),
    euroChange: new Intl.NumberFormat(locale, { ...currency, ...signed }),
    percentChange: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, ...signed }),
    rate: new Intl.NumberFormat(locale, { ...plain, style: 'percent', maximumFractionDigits: 2 }),
    pointChange: new Intl.NumberFormat(locale, { maximumFractionDigits: 2, ...signed }),
  };
}

/** People read a true minus; the hyphen of `Intl` is too short beside digits. */
function written(format: Intl.NumberFormat, value: number): string {
  return format.format(value).replace('-', '−');
}

/** Whole euros, grouped: `2 814` (narrow no-break space) in French, `2,814` in English. */
export function wholeNumber(value: number, language: Language): ShownNumber {
  return { raw: String(value), text: written(formatsIn(language).whole, value) };
}

/** A size in the largest unit that makes it at least 1: `512 Mo`, `512 MB`. */
export function fileSize(bytes: number, language: Language): string {
  const index = Math.max(0, Math.min(SIZE_UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const format = { style: 'unit', unit: SIZE_UNITS[index], maximumFractionDigits: index && 1 } as const;
  return new Intl.NumberFormat(locales[language], format).format(bytes / 1024 ** index);
}

const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A wait in words, rounded up: seconds up to a minute and a half, then minutes, from two hours on hours. */
export function delay(seconds: number, language: Language): string {
  const { seconds: inSeconds, minutes, hours } = formatsIn(language);
  if (seconds <= 90) return inSeconds.format(seconds);
  const inMinutes = Math.ceil(seconds / 60);
  return inMinutes < 120 ? minutes.format(inMinutes) : hours.format(Math.ceil(inMinutes / 60));
}

/** An amount with its currency: `11 600 €`, `€11,600`; cents only where there are some. */
export function euros(value: number, language: Language): string {
  return written(formatsIn(language).euros, value);
}

/** An amount where there is little room: `50 k€`, `€50k`. */
export function compactEuros(value: number, language: Language): string {
  return written(formatsIn(language).compactEuros, value).replace(UNIT_APART, '$1€');
}

/** An amount in whole euros where there is room for eight digits; shorter from there on. */
export function fittingEuros(value: number, language: Language): string {
  return Math.abs(value) < FITTING_BELOW ? euros(Math.round(value), language) : compactEuros(value, language);
}

/** A number where there is little room: whole below a hundred thousand, `394 k` above. */
export function compactNumber(value: number, language: Language): string {
  const { whole, compactNumber } = formatsIn(language);
  return written(Math.abs(value) < COMPACT_FROM ? whole : compactNumber, value);
}

/** A count that need not be whole, `2,5`: two decimals at most. */
export function decimal(value: number, language: Language): string {
  return written(formatsIn(language).decimal, value);
}

/** A change with its sign: `+103 €`, `−419 €`. */
export function euroChange(difference: number, language: Language): string {
  return written(formatsIn(language).euroChange, difference);
}

/** A change given as a fraction: 0.009 → `+0,9 %`. */
export function percentChange(ratio: number, language: Language): string {
  return written(formatsIn(language).percentChange, ratio);
}

/** A rate given as a fraction, with as many decimals as the law has: 0.4525 → `45,25 %`, `45.25%` (D15). */
export function rate(fraction: number, language: Language): string {
  return written(formatsIn(language).rate, fraction);
}

/** The difference of two rates, in points: −0.03 → `−3`. */
export function pointChange(difference: number, language: Language): string {
  return written(formatsIn(language).pointChange, difference * 100);
}

/** `2026-09` in words: `septembre 2026`. */
export function monthName(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-01`));
}

/** The first letter of a month where there is little room: `S`. */
export function monthLetter(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { month: 'narrow', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01`));
}

/** `2026-01-01` in words: `1er janvier 2026`. */
export function dayName(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  const words = format.format(new Date(date));
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words;
}
