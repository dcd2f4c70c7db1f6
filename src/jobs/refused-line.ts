import type { UnusableFile, WrongLine } from '../bulk/csv-issues.ts';
import { formatReason, formatUnusable } from '../bulk/texts/format-issues.ts';
import { JobFailure, type RefusedLine } from '../model/file-jobs.ts';
import type { Language } from '../model/language.ts';

/** Each issue of a line, for the page of the job. */
export function refusedLines({ line, issues }: WrongLine, language: Language): RefusedLine[] {
  return issues.map((issue) => ({
    line,
    field: 'column' in issue ? issue.column : '',
    value: 'column' in issue ? issue.value : '',
    reason: formatReason(issue, language),
  }));
}

/** Why a file cannot be used, in both languages. */
export function unusable(error: UnusableFile): JobFailure {
  const { reason } = error;
  return new JobFailure(
    'unusable',
    { fr: formatUnusable(reason, 'fr'), en: formatUnusable(reason, 'en') },
    error,
  );
}
