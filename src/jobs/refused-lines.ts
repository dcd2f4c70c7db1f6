import type { WrongLine } from '../bulk/csv-issues.ts';
import { reasonInWords } from '../bulk/texts/texts.ts';
import type { RefusedLine } from '../model/file-jobs.ts';

/** Each issue of a line by itself, as the page of the job shows it. */
export function shownIssues({ line, issues }: WrongLine, language: 'fr' | 'en'): RefusedLine[] {
  return issues.map((issue) => ({
    line,
    field: 'column' in issue ? issue.column : '',
    value: 'column' in issue ? issue.value : '',
    reason: reasonInWords(issue, language),
  }));
}
