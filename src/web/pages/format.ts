import type { Language } from '../messages/message.ts';

/** A number as a person reads it beside its raw value, which programs read in `<data value>`. */
export interface ShownNumber {
  readonly raw: string;
  readonly text: string;
}

interface Formats {
  readonly whole: Intl.NumberFormat;
  readonly percent: Intl.NumberFormat;
  readonly seconds: Intl.NumberFormat;
  readonly minutes: Intl.NumberFormat;
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
const made = new Map<Language, Formats>();

/** Made when a page first needs them: they would take a good part of the start. */
function formatsIn(language: Language): Formats {
  const formats = made.get(language) ?? formatsOf(locales[language]);
  made.set(language, formats);
  return formats;
}

function formatsOf(locale: string): Formats {
  const duration = { style: 'unit', unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return {
    whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    percent: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
    seconds: new Intl.NumberFormat(locale, { ...duration, unit: 'second' }),
    minutes: new Intl.NumberFormat(locale, { ...duration, unit: 'minute' }),
  };
}

/** Whole euros, grouped: `2 814` (narrow no-break space) in French, `2,814` in English. */
export function wholeNumber(value: number, language: Language): ShownNumber {
  return { raw: String(value), text: formatsIn(language).whole.format(value) };
}

/** A rate given as a fraction, in percent without the sign and with one decimal at most: 0.14 → `14` (D15). */
export function percent(fraction: number, language: Language): ShownNumber {
  return { raw: String(fraction), text: formatsIn(language).percent.format(fraction * 100) };
}

/** A wait in words: in seconds up to a minute and a half, then in minutes rounded up. */
export function delay(seconds: number, language: Language): string {
  const { seconds: inSeconds, minutes } = formatsIn(language);
  return seconds <= 90 ? inSeconds.format(seconds) : minutes.format(Math.ceil(seconds / 60));
}
