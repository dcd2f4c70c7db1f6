import type { Language } from '../../model/language.ts';
import type { CsvIssue, UnusableReason } from '../csv-issues.ts';
import { english } from './bulk.en.ts';
import { french } from './bulk.fr.ts';
import type { BulkTexts } from './bulk-texts.ts';

const texts: Readonly<Record<Language, BulkTexts>> = { fr: french, en: english };

/** All issues of a line in one sentence for its `error` column. */
export function formatIssues(issues: readonly CsvIssue[], language: Language): string {
  return issues.map((issue) => texts[language].issue(issue)).join(' ; ');
}

/** The issue alone, where its column and value are shown beside it. */
export function formatReason(issue: CsvIssue, language: Language): string {
  return texts[language].reason(issue);
}

/** Why a file cannot be used, and what to do. */
export function formatUnusable(reason: UnusableReason, language: Language): string {
  return texts[language].unusable(reason);
}

const MOST_COLUMNS = 10;

/** The columns that are not used, in a sentence; null when all are used. */
export function formatUnusedColumns(columns: readonly string[], language: Language): string | null {
  if (columns.length === 0) return null;
  const { quoted, unusedColumns } = texts[language];
  const names = columns.slice(0, MOST_COLUMNS).map(quoted).join(', ');
  return unusedColumns(columns.length > MOST_COLUMNS ? `${names}…` : names);
}
