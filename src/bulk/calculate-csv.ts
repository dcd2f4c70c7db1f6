import { createDecoder } from '../csv/decode.ts';
import type { Language } from '../model/language.ts';
import type { TaxCalculator } from '../tax/tax-calculator.ts';
import type { Layout } from './column-layout.ts';
import type { WrongLine } from './csv-issues.ts';
import type { ReadHousehold } from './household-reader.ts';

import { createTable } from './household-table.ts';
import { textChunks } from './text-chunks.ts';
import { nextTurn } from './turns.ts';

export interface CsvOptions {
  readonly calculator: TaxCalculator;
  /** For lines that give no year; by default the latest year of the calculator. */
  readonly defaultIncomeYear?: number;
  /** The language of the answer when the column names are the same in both. */
  readonly language: Language;
  /** Whether to add the rates of withholding; the method `legacy` has none. */
  readonly withRates?: boolean | undefined;
  /** What an earlier calculation of the same input has answered: the answer and the report begin after it. */
  readonly answered?: { readonly lines: number; readonly wrong: number };
  /** How many wrong lines the report keeps; they are all counted. 100 by default. */
  readonly keptWrongLines?: number;
  /** Called once, with what the first line says. */
  readonly onHeader?: (layout: Layout) => void;
  /** Called for each line that is calculated. */
  readonly onHousehold?: (line: number, read: ReadHousehold) => void;
  /** Called for each wrong line, kept or not. */
  readonly onWrongLine?: (wrong: WrongLine) => void;
  /** Called with the lines of a report of the wrong lines, to be corrected; its header comes first. */
  readonly onReport?: (text: string) => void;
  /** Called often, with the progress so far. */
  readonly onProgress?: (progress: CsvProgress) => void;
  /** Stops the work; the iteration then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface CsvProgress {
  /** Bytes read from the input. */
  readonly bytes: number;
  readonly lines: number;
  readonly wrong: number;
}

/** The outcome; it grows while the answer is read. */
export interface CsvReport extends CsvProgress {
  /** The first wrong lines. */
  readonly wrongLines: readonly WrongLine[];
  /** The columns that have no meaning for a household; known with the first bytes of the answer. */
  readonly unusedColumns: readonly string[];
}

/** The answer as a stream of bytes: UTF-8, with a byte order mark where the program that wrote the input needs one. */
export interface CsvCalculation extends AsyncIterable<Uint8Array> {
  readonly report: CsvReport;
}

const KEPT_WRONG_LINES = 100;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Calculates the households of a CSV file, one a line: the answer has the lines of the input, each with its results or
 * with what is wrong with it. Memory does not grow with the input, and other work of the process goes on meanwhile.
 *
 * @param input the bytes of the file, in UTF-8 or Windows-1252
 * @throws {UnusableFile} from the iteration, before the first bytes of the answer, when the whole file is unusable
 */
export function calculateCsv(input: AsyncIterable<Uint8Array>, options: CsvOptions): CsvCalculation {
  const {
    calculator,
    language,
    withRates,
    onWrongLine,
    onReport,
    onProgress,
    signal,
    answered = { lines: 0, wrong: 0 },
    keptWrongLines = KEPT_WRONG_LINES,
  } = options;
  const wrongLines: WrongLine[] = [];
  const unusedColumns: string[] = [];
  const report = { bytes: 0, ...answered, wrongLines, unusedColumns };

  function onLine(wrong: WrongLine | null): void {
    report.lines += 1;
    if (wrong === null) return;
    report.wrong += 1;
    onWrongLine?.(wrong);
    if (wrongLines.length < keptWrongLines) wrongLines.push(wrong);
  }

  function onHeader(layout: Layout): void {
    unusedColumns.push(...layout.unused);
    options.onHeader?.(layout);
  }

  async function* answer(): AsyncGenerator<Uint8Array> {
    const decoder = createDecoder();
    const years = { known: calculator.years, byDefault: options.defaultIncomeYear ?? calculator.latestYear };
    const table = createTable({
      calculator,
      years,
      language,
      withRates,
      answered: answered.lines,
      onLine,
      onHousehold: options.onHousehold,
      onHeader,
      onReport,
    });
    let isStart = answered.lines === 0;

    function* encoded(text: string): Generator<Uint8Array> {
      if (text === '') return;
      // Without a mark, spreadsheets that separate by semicolons read UTF-8 as Windows-1252.
      const wantsMark = decoder.hasMark || table.separator === ';';
      yield Buffer.from(isStart && wantsMark ? BYTE_ORDER_MARK + text : text);
      isStart = false;
    }

    for await (const chunk of textChunks(input)) {
      await nextTurn();
      signal?.throwIfAborted();
      report.bytes += chunk.length;
      yield* encoded(table.calculate(decoder.decode(chunk), false));
      onProgress?.(report);
    }
    yield* encoded(table.calculate(decoder.end(), true));
    onProgress?.(report);
  }

  return { report, [Symbol.asyncIterator]: answer };
}
