import { beginsLikeFormula, cellOf, SEPARATORS, type Separator } from '../csv/cells.ts';
import type { RawRecord } from '../csv/records.ts';
import { LONGEST_RECORD } from '../csv/records.ts';
import type { Language } from '../model/language.ts';
import { CannotCalculate } from '../tax/cannot-calculate.ts';
import type { Household } from '../tax/return/household.ts';
import type { TaxCalculator } from '../tax/tax-calculator.ts';
import type { Layout } from './column-layout.ts';
import type { CsvIssue, LineIssue } from './csv-issues.ts';
import { householdReader, type IncomeYears, type ReadHousehold } from './household-reader.ts';
import { distinctNames } from './own-columns.ts';
import { type PayReading, readPay } from './pay-column.ts';
import { ERROR_NAME, resultColumns } from './result-columns.ts';
import { formatIssues } from './texts/format-issues.ts';

/** How the lines of a file are answered. */
export interface LineFormat {
  readonly layout: Layout;
  readonly separator: Separator;
  readonly language: Language;
  /** Whether to add the rates of withholding. */
  readonly withRates?: boolean | undefined;
}

export interface CalculatedRow {
  readonly text: string;
  readonly issues: readonly CsvIssue[];
  readonly read: ReadHousehold | null;
}

/** Calculates the lines of one file. */
export interface RowCalculator {
  /** The header of the answer. */
  readonly header: string;
  /** The line with its results or its error, and its issues, or its household. */
  calculate(record: RawRecord): CalculatedRow;
}

const NO_ISSUES: readonly CsvIssue[] = [];
const NO_PAY: PayReading = { pay: null };

/** Adds to each line its results, or why it cannot be calculated. */
export function createRowCalculator(
  { layout, separator, language, withRates = false }: LineFormat,
  calculator: TaxCalculator,
  years: IncomeYears,
): RowCalculator {
  const { columns, passthrough, width, pay } = layout;
  const read = householdReader(columns, years);
  const rates = withRates ? { hasPay: pay !== null } : null;
  const decimalPoint = separator === ';' && language === 'fr' ? ',' : '.';
  const results = resultColumns(calculator, separator, decimalPoint, rates);
  const isWhole = passthrough.length === width;
  const noResults = separator.repeat(results.names[language].length + 1);

  const names = passthrough.map(({ name }) => name);
  const added = distinctNames([...results.names[language], ERROR_NAME[language]], names);
  const header = [...names, ...added].map((name) => cellOf(name, separator)).join(separator);

  return { header, calculate };

  function calculate(record: RawRecord): CalculatedRow {
    const { cells } = record;
    const issue = lineIssue(record);
    if (issue || cells === null) return refusal(record, issue ? [issue] : []);
    const reading = readLine(cells);
    if ('issues' in reading) return refusal(record, reading.issues);
    const answer = answerTo(reading.household, reading.incomeYear, reading.pay);
    if (typeof answer !== 'string') return refusal(record, [answer]);
    return { text: `${carriedText(record, cells)}${answer}${separator}\n`, issues: NO_ISSUES, read: reading };
  }

  /** The household and its pay of a month, or all issues. */
  function readLine(cells: readonly string[]) {
    const reading = read(cells);
    const paid = pay === null ? NO_PAY : readPay(pay, cells);
    if ('issue' in paid) return { issues: [...('issues' in reading ? reading.issues : []), paid.issue] };
    return 'issues' in reading ? reading : { ...reading, pay: paid.pay };
  }

  function answerTo(household: Household, incomeYear: number, monthlyPay: number | null): string | LineIssue {
    try {
      return results.calculate(household, incomeYear, monthlyPay);
    } catch (error) {
      if (!(error instanceof CannotCalculate)) throw error;
      return { code: 'cannotCalculate', reason: error.reason };
    }
  }

  function lineIssue({ text, cells }: RawRecord): LineIssue | null {
    if (text === null) return { code: 'lineTooLong', longest: LONGEST_RECORD };
    if (cells === null) return { code: 'quote' };
    if (cells.length === width || hasOnlyBlanksBehind(cells)) return null;
    const found = SEPARATORS.find((other) => other !== separator && text.split(other).length === width);
    return found && cells.length < width
      ? { code: 'otherSeparator', separator, found }
      : { code: 'columnCount', expected: width, found: cells.length };
  }

  /** Spreadsheets add empty columns at the end. */
  function hasOnlyBlanksBehind(cells: readonly string[]): boolean {
    return cells.length > width && cells.slice(width).every((cell) => cell.trim() === '');
  }

  function refusal(record: RawRecord, issues: readonly CsvIssue[]): CalculatedRow {
    const cells = record.cells ?? [record.text ?? ''];
    const error = cellOf(formatIssues(issues, language), separator);
    return { text: `${carriedText(record, cells)}${noResults}${error}\n`, issues, read: null };
  }

  function carriedText({ text }: RawRecord, cells: readonly string[]): string {
    if (isWhole && text !== null && cells.length === width && isHarmless(text, cells)) return text;
    return passthrough.map(({ position }) => cellOf(cells[position] ?? '', separator)).join(separator);
  }
}

/** Whether the line can be written as it came. Some programs take a return inside it for a line end. */
function isHarmless(text: string, cells: readonly string[]): boolean {
  if (cells.some(beginsLikeFormula)) return false;
  return !text.includes('\r');
}
