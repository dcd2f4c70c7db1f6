import { cellOf } from '../bulk/cells.ts';
import type { WrongLine } from '../bulk/faults.ts';
import { reasonInWords } from '../bulk/texts/texts.ts';
import type { RefusedLine } from '../model/file-jobs.ts';

type Language = 'fr' | 'en';

/** Spreadsheets of the language open it with a double click. */
const separators = { fr: ';', en: ',' } as const;
const headers = { fr: ['ligne', 'colonne', 'valeur', 'raison'], en: ['line', 'column', 'value', 'reason'] };
const BYTE_ORDER_MARK = '\ufeff';

/** The first line of the report of refused lines. */
export function reportHeader(language: Language): string {
  return `${BYTE_ORDER_MARK}${headers[language].join(separators[language])}\n`;
}

/** A refused line as the report says it: one line for each fault. */
export function linesOfReport(wrong: WrongLine, language: Language): string {
  const separator = separators[language];
  return shownFaults(wrong, language)
    .map(({ line, field, value, reason }) =>
      [String(line), ...[field, value, reason].map((text) => cellOf(text, separator))].join(separator),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Each fault of a line by itself. */
export function shownFaults({ line, faults }: WrongLine, language: Language): RefusedLine[] {
  return faults.map((fault) => ({
    line,
    field: 'column' in fault ? fault.column : '',
    value: 'column' in fault ? fault.value : '',
    reason: reasonInWords(fault, language),
  }));
}
