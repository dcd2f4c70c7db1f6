import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CsvReport, calculateCsv } from '../../bulk/calculate-csv.ts';
import { UnusableFile } from '../../bulk/csv-issues.ts';
import { formatIssues, formatUnusable, formatUnusedColumns } from '../../bulk/texts/format-issues.ts';
import { ExitCode } from '../../model/exit-codes.ts';
import type { Language } from '../../model/language.ts';
import type { ProcessContext } from '../../model/process-context.ts';
import { writeFileOf } from '../../write-file.ts';
import { csvWorkbook } from '../../xlsx/csv-workbook.ts';
import { openTable, type TableFile } from '../../xlsx/table-file.ts';
import type { ReadSheet } from '../../xlsx/workbook-csv.ts';
import { fileErrorText, isFileError } from '../file-error.ts';
import { UsageError } from '../usage-error.ts';
import { fileTexts } from './calculate-texts.ts';
import type { OpenCalculator } from './open-calculator.ts';
import { progressLine } from './progress.ts';

/** Refused lines listed one by one, at most. */
const TOLD_LINES = 20;
const STANDARD = '-';

/** The calculator of the lines, with rates of withholding on request. */
interface FileCalculator extends OpenCalculator {
  readonly withRates: boolean;
}

/**
 * Calculates the lines of a file into another one, or of standard input into standard output. A result file is there
 * when it is complete, and not before.
 *
 * @returns 0; 1 when nothing could be made of the file; 3 when there are wrong lines
 * @throws {UsageError} when the result would replace the input, or has a name that it cannot have
 */
export async function calculateLines(
  input: string,
  output: string,
  { calculator, defaultIncomeYear, withRates }: FileCalculator,
  context: ProcessContext,
): Promise<number> {
  const { streams, cwd, language } = context;
  const source = input === STANDARD ? null : resolve(cwd, input);
  const target = output === STANDARD ? null : resolve(cwd, output);
  if (source && target && isSame(source, target)) throw new UsageError(() => fileTexts[language].sameFile);
  if (/\.xlsm$/i.test(output)) throw new UsageError(() => fileTexts[language].noMacros);

  const stop = new AbortController();
  context.stopRequested.then(() => stop.abort());
  const { signal } = stop;
  try {
    const table = source === null ? null : await openTable(source, language, signal);
    const progress = progressLine(streams.stderr, lengthOf(source, table), language);
    const onProgress = progress.show;
    const calculation = calculateCsv(table ?? streams.stdin, {
      calculator,
      defaultIncomeYear,
      language,
      withRates,
      keptWrongLines: TOLD_LINES,
      onProgress,
      signal,
    });
    try {
      if (target) await writeFile(savedAs(target, calculation, language), target, signal);
      else await pipeline(calculation, streams.stdout, { signal, end: false });
    } finally {
      progress.clear();
    }
    tellSheet(table?.sheet ?? null, streams.stderr, language);
    return tell(calculation.report, streams.stderr, language);
  } catch (error) {
    streams.stderr.write(`${explain(error, language)}\n`);
    return ExitCode.configuration;
  }
}

/** Bytes of the text to read; null for a workbook. */
function lengthOf(source: string | null, table: TableFile | null): number | null {
  return source === null || table?.sheet ? null : statSync(source).size;
}

/** A workbook if the file's name says so. */
function savedAs(
  target: string,
  csv: AsyncIterable<Uint8Array>,
  language: Language,
): AsyncIterable<Uint8Array> {
  return /\.xlsx$/i.test(target) ? csvWorkbook(csv, language) : csv;
}

/** Writes beside the target and renames, so that nobody reads half of it. */
async function writeFile(
  calculation: AsyncIterable<Uint8Array>,
  target: string,
  signal: AbortSignal,
): Promise<void> {
  const unfinished = `${target}.${randomUUID()}.part`;
  try {
    await writeFileOf(unfinished, calculation, { flags: 'wx', signal });
    await rename(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function isSame(source: string, target: string): boolean {
  return (
    source === target ||
    (existsSync(target) && existsSync(source) && realpathSync(source) === realpathSync(target))
  );
}

/** Tells which sheet was read, if there are several. */
function tellSheet(sheet: ReadSheet | null, stderr: Writable, language: Language): void {
  if (sheet !== null && sheet.others > 0)
    stderr.write(`${fileTexts[language].sheet(sheet.name, sheet.others)}\n`);
}

function tell(report: CsvReport, stderr: Writable, language: Language): number {
  const texts = fileTexts[language];
  const unused = formatUnusedColumns(report.unusedColumns, language);
  if (unused !== null) stderr.write(`${unused}\n`);
  for (const { line, issues } of report.wrongLines) {
    stderr.write(`${texts.line(line, formatIssues(issues, language))}\n`);
  }
  const unlisted = report.wrong - report.wrongLines.length;
  if (unlisted > 0) stderr.write(`${texts.more(unlisted)}\n`);
  stderr.write(`${texts.done(report.lines, report.wrong)}\n`);
  return report.wrong > 0 ? ExitCode.wrongLines : ExitCode.ok;
}

function explain(error: unknown, language: Language): string {
  const texts = fileTexts[language];
  if (error instanceof UnusableFile) return formatUnusable(error.reason, language);
  if (!(error instanceof Error)) throw error;
  if (error.name === 'AbortError') return texts.stopped;
  if (isFileError(error)) return fileErrorText(error, language);
  throw error;
}
