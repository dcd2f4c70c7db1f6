import { writtenAmount, writtenCount } from '../../../csv/written-numbers.ts';
import type { Language } from '../../../model/language.ts';
import type { SessionType } from '../../../model/sessions.ts';

/** Reads the numbers of a form, given without blanks around them; null for what is none. */
export interface NumberReader {
  amount(text: string): number | null;
  count(text: string): number | null;
}

/** One comma, three digits behind it, and no point. */
const ENGLISH_THOUSANDS = /^([^.,]*\d),(\d{3}|\d{3}[^\d.,][^.,]*)$/;

/** Programs send digits (contract §2.4, D16). */
export const programNumbers: NumberReader = { amount: digits, count: digits };

/** People write numbers as they are used to. */
export const peopleNumbers: NumberReader = { amount: writtenAmount, count: writtenCount };

/** An English reader's `55,555` has thousands: a comma never stands before three decimals there. */
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
