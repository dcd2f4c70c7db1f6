/** No amount is longer; neither is one that somebody pastes by mistake worth a look. */
const LONGEST = 40;

const CURRENCY = /\s*(?:€|eur(?:os?)?)\s*$|^\s*€\s*/gi;
const APART = /[\s'’]/g;
const AMOUNT = /^(\d+)([.,]\d{0,2})?$/;
/** `1.234.567`, and on an English page `55,555` too: nobody writes decimals so. */
const WITH_THOUSANDS = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/;
const ENGLISH_THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;

/**
 * An amount with its thousands apart; any other text as it is. A blank stands between them in every language: it cannot be
 * taken for a decimal comma or point.
 */
export function groupDigits(text: string, language: string): string {
  if (text.length > LONGEST) return text;
  const written = text.replace(CURRENCY, '').replace(APART, '');
  const [, whole, decimals = ''] = AMOUNT.exec(withoutThousands(written, language)) ?? [];
  return whole === undefined ? text : whole.replace(/\B(?=(?:\d{3})+$)/g, ' ') + decimals;
}

function withoutThousands(written: string, language: string): string {
  const isEnglish = language === 'en' && ENGLISH_THOUSANDS.test(written);
  return isEnglish || WITH_THOUSANDS.test(written) ? written.replace(/[.,]/g, '') : written;
}
