import type { WrongLine } from '../bulk/faults.ts';
import { reasonInWords } from '../bulk/texts/texts.ts';
import type { RefusedLine } from '../model/file-jobs.ts';

/** Each fault of a line by itself, as the page of the job shows it. */
export function shownFaults({ line, faults }: WrongLine, language: 'fr' | 'en'): RefusedLine[] {
  return faults.map((fault) => ({
    line,
    field: 'column' in fault ? fault.column : '',
    value: 'column' in fault ? fault.value : '',
    reason: reasonInWords(fault, language),
  }));
}
