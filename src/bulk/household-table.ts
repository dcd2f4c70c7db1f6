import type { Separator } from '../csv/cells.ts';
import { createRecordReader, LONGEST_RECORD, type RawRecord, type RecordReader } from '../csv/records.ts';
import { findFirstLine, isBlankOrComment } from '../csv/sniff.ts';
import type { Language } from '../model/language.ts';
import type { TaxCalculator } from '../tax/tax-calculator.ts';
import { type Layout, layoutOf } from './column-layout.ts';
import { UnusableFile, type WrongLine } from './csv-issues.ts';
import { knownName } from './fields.ts';
import type { IncomeYears, ReadHousehold } from './household-reader.ts';
import { type RefusedLines, refusedLines } from './refused-lines.ts';
import { createRowCalculator, type LineFormat, type RowCalculator } from './row-calculator.ts';

export interface TableOptions {
  readonly calculator: TaxCalculator;
  readonly years: IncomeYears;
  /** Used when the column names do not tell it. */
  readonly language: Language;
  /** Whether to add the rates of withholding. */
  readonly withRates?: boolean | undefined;
  /** Lines that an earlier calculation has answered: they are read, but neither they nor the headers are written again. */
  readonly answered?: number;
  readonly onLine: (wrong: WrongLine | null) => void;
  /** Called with the household of each line that is calculated. */
  readonly onHousehold?: ((line: number, read: ReadHousehold) => void) | undefined;
  /** Called with what the first line says. */
  readonly onHeader: (layout: Layout) => void;
  /** Called with the lines of the report of refused lines, its header first. */
  readonly onReport?: ((text: string) => void) | undefined;
}

/** A table whose text arrives in chunks and leaves with its results. */
export interface Table {
  /**
   * @param isEnd no more text follows
   * @returns the lines of the answer that the text completes
   * @throws {UnusableFile} before anything is returned, never after
   */
  calculate(text: string, isEnd: boolean): string;
  /** Null until the first line has arrived. */
  readonly separator: Separator | null;
}

export function createTable(options: TableOptions): Table {
  const {
    calculator,
    years,
    language,
    withRates,
    answered = 0,
    onLine,
    onHousehold,
    onHeader,
    onReport,
  } = options;
  let beginning = '';
  let hasReturns = false;
  let separator: Separator = ',';
  let layout: Layout | null = null;
  let reader: RecordReader | null = null;
  let rowCalculator: RowCalculator | null = null;
  let refused: RefusedLines | null = null;
  /** Kept until there is a line below it. */
  let header = '';
  let answer = '';
  let passed = 0;

  function calculate(text: string, isEnd: boolean): string {
    answer = '';
    if (reader) reader.read(hasReturns ? withNewlines(text) : text);
    else begin(text, isEnd);
    if (isEnd) end();
    return answer;
  }

  function end(): void {
    reader?.end();
    if (header !== '') throw new UnusableFile({ code: 'noLine' });
  }

  function begin(text: string, isEnd: boolean): void {
    beginning += text;
    hasReturns ||= /^[^\r\n]*\r[^\n]/.test(beginning) || (isEnd && /^[^\r\n]*\r$/.test(beginning));
    if (hasReturns) beginning = withNewlines(beginning);
    const first = findFirstLine(beginning, isEnd, (name) => knownName(name) !== undefined);
    if (first === null) return;
    if ('code' in first) throw new UnusableFile(first);
    separator = first.separator;
    reader = createRecordReader(first.separator, first.line, onRecord);
    reader.read(beginning.slice(first.start));
    beginning = '';
  }

  function onRecord(record: RawRecord): void {
    if (layout === null || rowCalculator === null) onFirst(record);
    else if (!isPassedOver(record, layout)) onLineOf(rowCalculator, record);
  }

  function onFirst(record: RawRecord): void {
    if (record.text === null) throw new UnusableFile({ code: 'headerTooLong', longest: LONGEST_RECORD });
    if (record.cells === null) throw new UnusableFile({ code: 'headerQuote' });
    layout = layoutOf(record.cells, withRates);
    rowCalculator = createRowCalculator(beginAnswer(layout), calculator, years);
    if (answered === 0) header = `${rowCalculator.header}\n`;
    onHeader(layout);
    if (!layout.hasHeader) onLineOf(rowCalculator, record);
  }

  function beginAnswer(layout: Layout): LineFormat {
    const format = { layout, separator, language: layout.language ?? language, withRates };
    refused = refusedLines(format);
    if (answered === 0) onReport?.(refused.header);
    return format;
  }

  function onLineOf(rowCalculator: RowCalculator, record: RawRecord): void {
    if (passed < answered) {
      passed += 1;
      return;
    }
    const { text, issues, read } = rowCalculator.calculate(record);
    answer += header + text;
    header = '';
    if (read !== null) onHousehold?.(record.line, read);
    if (issues.length > 0 && refused) onReport?.(refused.line(record, issues));
    onLine(issues.length > 0 ? { line: record.line, issues } : null);
  }

  return {
    calculate,
    get separator() {
      return layout && separator;
    },
  };
}

/** Converts the line ends of old Macs, which are returns alone. */
function withNewlines(text: string): string {
  return text.replaceAll('\r', '\n');
}

/** Skips blank lines, lines of empty cells and, in files without a header, comments (contract §10). */
function isPassedOver({ text, cells }: RawRecord, { hasHeader }: Layout): boolean {
  if (text !== null && !hasHeader && isBlankOrComment(text)) return true;
  return cells?.every((cell) => cell === '' || cell.trim() === '') ?? false;
}
