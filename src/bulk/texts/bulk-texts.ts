import type { CsvIssue, UnusableReason } from '../csv-issues.ts';

/** What is said of bulk calculations, in one language. */
export interface BulkTexts {
  issue(issue: CsvIssue): string;
  /** The same without the column and its value. */
  reason(issue: CsvIssue): string;
  unusable(reason: UnusableReason): string;
  /** @param names the first of them, quoted */
  unusedColumns(names: string): string;
  quoted(name: string): string;
}
