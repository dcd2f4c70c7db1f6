import { writtenCents } from '../csv/written-numbers.ts';
import { MAX_INCOME } from '../tax/return/bounds.ts';
import type { PayIssue } from './csv-issues.ts';
import { normalizeColumn } from './normalize-name.ts';

/** The position of a month's net taxable pay, and its name in the file. */
export interface PayColumn {
  readonly position: number;
  readonly name: string;
}

const NAMES: ReadonlySet<string> = new Set(
  ['monthlyPay', 'monthly salary', 'salaire mensuel', 'paie mensuelle'].map(normalizeColumn),
);

export function isPayColumn(name: string): boolean {
  return NAMES.has(normalizeColumn(name));
}

/** Euros, to the cent, null for an empty cell; or why the text is not a pay. */
export type PayReading = { readonly pay: number | null } | { readonly issue: PayIssue };

export function readPay({ position, name }: PayColumn, cells: readonly string[]): PayReading {
  const value = cells[position] ?? '';
  if (value.trim() === '') return { pay: null };
  const pay = writtenCents(value);
  const isPay = pay !== null && pay > 0 && pay <= MAX_INCOME;
  return isPay ? { pay } : { issue: { code: 'monthlyPay', column: name, value } };
}
