import { createReadStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { UnusableFile } from '../bulk/csv-issues.ts';
import { previewCsv } from '../bulk/preview-csv.ts';
import { type FilePreview, JobFailure, type PreviewLine } from '../model/file-jobs.ts';
import type { Language } from '../model/language.ts';
import type { TaxCalculator } from '../tax/tax-calculator.ts';
import { writeFileOf } from '../write-file.ts';
import { openTable, type TableFile } from '../xlsx/table-file.ts';
import type { ReadSheet } from '../xlsx/workbook-csv.ts';
import type { Job } from './job.ts';
import { refusedLines, unusable } from './refused-line.ts';

/** Lines that are shown before a file is calculated. */
const SHOWN_LINES = 5;

interface Preparation {
  readonly calculator: TaxCalculator;
  /** Of the text. */
  readonly maxBytes: number;
  /** Makes workbooks wait for each other: they are unpacked in memory that others need too. */
  readonly inTurn: <Result>(convert: () => Promise<Result>) => Promise<Result>;
}

/**
 * Makes a text of what was received, and finds out what would be made of it: of a workbook the CSV of its sheet takes the
 * place.
 *
 * @throws {JobFailure} `unusable`, with the reason in both languages; `tooLarge` when the text is
 */
export async function prepareFile(job: Job, { calculator, maxBytes, inTurn }: Preparation): Promise<void> {
  const { files, request, signal } = job;
  try {
    const table = await openTable(files.input, request.language, signal);
    if (table.sheet !== null) await inTurn(() => convert(table, job, maxBytes));
    job.prepared(await previewOf(job, calculator, table.sheet));
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(error) : error;
  }
}

/** Puts the text of a workbook in its place. */
async function convert(table: TableFile, job: Job, maxBytes: number): Promise<void> {
  const { files, signal } = job;
  const text = `${files.input}.part`;
  let bytes = 0;

  async function* bounded(): AsyncGenerator<Uint8Array> {
    for await (const chunk of table) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new JobFailure('tooLarge', { max: maxBytes });
      yield chunk;
    }
  }

  await writeFileOf(text, bounded(), { mode: 0o600, signal });
  await rename(text, files.input);
  job.received(bytes);
}

async function previewOf(
  { files, request, signal }: Job,
  calculator: TaxCalculator,
  sheet: ReadSheet | null,
): Promise<FilePreview> {
  const { language, incomeYear, withRates } = request;
  const { columns, unusedColumns, lines } = await previewCsv(createReadStream(files.input, { signal }), {
    calculator,
    defaultIncomeYear: incomeYear,
    language,
    withRates,
    most: SHOWN_LINES,
    signal,
  });
  const shown = lines.map((line): PreviewLine => lineOf(line, language));
  return { sheet, columns, unusedColumns, lines: shown, incomeYear, withRates };
}

function lineOf(
  line: Awaited<ReturnType<typeof previewCsv>>['lines'][number],
  language: Language,
): PreviewLine {
  return 'issues' in line ? { line: line.line, refused: refusedLines(line, language) } : line;
}
