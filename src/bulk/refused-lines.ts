import { cellOf } from '../csv/cells.ts';
import type { RawRecord } from '../csv/records.ts';
import type { WrongLine } from './csv-issues.ts';
import { REPORT_COLUMNS } from './own-columns.ts';
import type { LineFormat } from './row-calculator.ts';
import { formatIssues } from './texts/format-issues.ts';

/** The report of refused lines: each as it came, after its number and its issues, to be corrected and sent again. */
export interface RefusedLines {
  readonly header: string;
  line(record: RawRecord, issues: WrongLine['issues']): string;
}

export function refusedLines({ layout, separator, language }: LineFormat): RefusedLines {
  const { passthrough, width } = layout;
  const row = (cells: readonly string[]) =>
    `${cells.map((cell) => cellOf(cell, separator)).join(separator)}\n`;

  function cellsOf({ cells, text }: RawRecord): readonly string[] {
    if (cells === null) return [text ?? ''];
    return cells.length < width ? cells : carriedCells(cells);
  }

  /** With the cells beyond the header. */
  function carriedCells(cells: readonly string[]): readonly string[] {
    return [...passthrough.map(({ position }) => cells[position] ?? ''), ...cells.slice(width)];
  }

  return {
    header: row([...REPORT_COLUMNS[language], ...passthrough.map(({ name }) => name)]),
    line: (record, issues) => row([String(record.line), formatIssues(issues, language), ...cellsOf(record)]),
  };
}
