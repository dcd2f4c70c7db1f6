import { writtenAmount, writtenCount } from '../../../csv/written-numbers.ts';
import type { Language } from '../../../model/language.ts';
import type { SessionType } from '../../../model/sessions.ts';

/** Reads the numbers of a form, without blanks around them; null for anything else. */
export interface NumberReader {
  amount(text: string): number | null;
  count(text: string): number | null;
}

/** One comma, three digits after it, and no point. */
const ENGLISH_THOUSANDS = /^([^.,]*\d),(\d{3}|\d{3}[^\d.,][^.,]*)$/;

/** Programs send digits (contract §2.4, D16). */
export const programNumbers: NumberReader = { amount: digits, count: digits };

/** People write numbers in their usual ways. */
export const peopleNumbers: NumberReader = { amount: writtenAmount, count: writtenCount };

/** In English `55,555` has thousands: a comma never precedes decimals. */
const englishNumbers: NumberReader = {
  amount: (text) => writtenAmount(text) ?? writtenAmount(text.replace(ENGLISH_THOUSANDS, '$1$2')),
  count: writtenCount,
};

export function peopleNumbersIn(language: Language): NumberReader {
  return language === 'en' ? englishNumbers : peopleNumbers;
}

export function numberReaderOf(type: SessionType | null | undefined, language: Language): NumberReader {
  return type === 'html' ? peopleNumbersIn(language) : programNumbers;
}

function digits(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}
