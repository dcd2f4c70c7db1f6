import { writtenAmount, writtenCount } from '../../../csv/written-numbers.ts';
import type { SessionType } from '../../../model/sessions.ts';

/** Reads the numbers of a form, given without blanks around them; null for what is none. */
export interface NumberReader {
  amount(text: string): number | null;
  count(text: string): number | null;
}

/** Programs send digits (contract §2.4, D16). */
export const programNumbers: NumberReader = { amount: digits, count: digits };

/** People write numbers as they are used to. */
export const peopleNumbers: NumberReader = { amount: writtenAmount, count: writtenCount };

export function numberReaderOf(type: SessionType | null | undefined): NumberReader {
  return type === 'html' ? peopleNumbers : programNumbers;
}

function digits(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}
