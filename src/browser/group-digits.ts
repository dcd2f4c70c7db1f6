/** No amount is longer: longer pasted texts are ignored. */
const LONGEST = 40;

const CURRENCY = /^€|(?:€|euros?|eur)$/gi;
const APART = /[\s'’]/g;
const AMOUNT = /^(\d+)([.,]\d{0,2})?$/;
/** `1.234.567`, and on an English page `55,555`: nobody writes decimals like that. */
const WITH_POINTS = /^\d{1,3}(?:\.\d{3}){2,}$/;
const WITH_COMMAS = /^\d{1,3}(?:,\d{3}){2,}$/;
const ENGLISH_THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;

/**
 * An amount with separated thousands; any other text unchanged. The separator is a blank in every language: it cannot be
 * read as a decimal comma or point.
 */
export function groupDigits(text: string, language: string): string {
  if (text.length > LONGEST) return text;
  const written = text.trim().replace(CURRENCY, '').replace(APART, '');
  const [, whole, decimals = ''] = AMOUNT.exec(withoutThousands(written, language)) ?? [];
  return whole === undefined ? text : inThousands(whole) + decimals;
}

function inThousands(digits: string): string {
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(' ');
}

function withoutThousands(written: string, language: string): string {
  const isEnglish = language === 'en' && ENGLISH_THOUSANDS.test(written);
  const hasThousands = isEnglish || WITH_POINTS.test(written) || WITH_COMMAS.test(written);
  return hasThousands ? written.replace(/[.,]/g, '') : written;
}
