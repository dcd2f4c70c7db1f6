import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { calculateCsv } from '../bulk/calculate-csv.ts';
import { UnusableFile } from '../bulk/csv-issues.ts';
import type { TaxCalculator } from '../tax/tax-calculator.ts';
import type { Job } from './job.ts';
import { refusedLines, unusable } from './refused-line.ts';

/** Spreadsheets need it to read UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Calculates the file of a job: its results beside it, and the lines that were refused in a report of their own. It goes on
 * from the job's checkpoint, up to which both are there. Memory does not grow with the file, and other work of the process
 * goes on meanwhile.
 *
 * @throws {JobFailure} `unusable`, with the reason in both languages
 */
export async function calculateFile(job: Job, calculator: TaxCalculator, shownLines: number): Promise<void> {
  const { files, request, signal, checkpoint } = job;
  const { language, incomeYear, withRates } = request;
  let pending = checkpoint.lines === 0 ? BYTE_ORDER_MARK : '';

  const calculation = calculateCsv(contentOf(files.input, signal), {
    calculator,
    defaultIncomeYear: incomeYear,
    language,
    withRates,
    answered: { lines: checkpoint.lines, wrong: checkpoint.refused },
    keptWrongLines: 0,
    signal,
    onReport(text) {
      pending += text;
    },
    onWrongLine(wrong) {
      const room = shownLines - job.refusedLines.length;
      for (const line of refusedLines(wrong, language).slice(0, Math.max(0, room))) job.refuse(line);
    },
    onProgress: ({ bytes, lines, wrong }) =>
      job.advance({ bytes, calculated: lines - wrong, refused: wrong }),
  });

  async function write(results: Output, report: Output): Promise<void> {
    for await (const chunk of calculation) {
      await results.write(chunk);
      await writeReport(report);
      const { lines, wrong } = calculation.report;
      const written = { results: results.size, report: report.size };
      job.reach({ lines, refused: wrong, ...written, shown: job.refusedLines.length });
    }
    job.leaveOut(calculation.report.unusedColumns);
    await writeReport(report);
  }

  async function writeReport(report: Output): Promise<void> {
    const text = pending;
    pending = '';
    if (text !== '') await report.write(Buffer.from(text));
  }

  try {
    await withOutput(files.results, checkpoint.results, (results) =>
      withOutput(files.report, checkpoint.report, (report) => write(results, report)),
    );
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(error) : error;
  }
}

/** Opened only when it is read: a stream aborted without a listener ends the process. */
async function* contentOf(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { signal });
}

/** A file that grows at its end. */
interface Output {
  write(bytes: Uint8Array): Promise<void>;
  readonly size: number;
}

/** @param size of the part to keep; 0 creates the file */
async function withOutput(path: string, size: number, use: (output: Output) => Promise<void>): Promise<void> {
  const file = await open(path, size === 0 ? 'w' : 'r+', 0o600);
  try {
    if (size > 0) await file.truncate(size);
    await use(outputTo(file, size));
  } finally {
    await file.close();
  }
}

function outputTo(file: FileHandle, start: number): Output {
  let size = start;
  return {
    async write(bytes) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, size);
        done += bytesWritten;
        size += bytesWritten;
      }
    },
    get size() {
      return size;
    },
  };
}
