import type { Fault, UnusableReason } from '../faults.ts';
import type { BulkTexts } from './bulk-texts.ts';
import { english } from './english.ts';
import { french } from './french.ts';

const texts: Readonly<Record<'fr' | 'en', BulkTexts>> = { fr: french, en: english };

/** All faults of a line in one sentence for its `error` column. */
export function faultsInWords(faults: readonly Fault[], language: 'fr' | 'en'): string {
  return faults.map((fault) => texts[language].fault(fault)).join(' ; ');
}

/** What is wrong, for who shows the column and its value beside it. */
export function reasonInWords(fault: Fault, language: 'fr' | 'en'): string {
  return texts[language].reason(fault);
}

/** Why nothing can be made of a file, and what to do about it. */
export function unusableInWords(reason: UnusableReason, language: 'fr' | 'en'): string {
  return texts[language].unusable(reason);
}

const MOST_COLUMNS = 10;

/** Which columns of a file say nothing of a household, or null when all do. */
export function unusedColumnsInWords(columns: readonly string[], language: 'fr' | 'en'): string | null {
  if (columns.length === 0) return null;
  const { quoted, unusedColumns } = texts[language];
  const names = columns.slice(0, MOST_COLUMNS).map(quoted).join(', ');
  return unusedColumns(columns.length > MOST_COLUMNS ? `${names}…` : names);
}
