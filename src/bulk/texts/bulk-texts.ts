import type { CsvIssue, UnusableReason } from '../csv-issues.ts';

/** The texts of bulk calculations in one language. */
export interface BulkTexts {
  issue(issue: CsvIssue): string;
  /** The issue without its column and value. */
  reason(issue: CsvIssue): string;
  unusable(reason: UnusableReason): string;
  /** @param names the first ones, in quotes */
  unusedColumns(names: string): string;
  quoted(name: string): string;
}
