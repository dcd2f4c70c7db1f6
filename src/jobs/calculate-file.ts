import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
import { calculateCsv } from '../bulk/calculate-csv.ts';
import { UnusableFile, type WrongLine } from '../bulk/csv-issues.ts';
import { formatReason, formatUnusable } from '../bulk/texts/format-issues.ts';
import { JobFailure, type RefusedLine } from '../model/file-jobs.ts';
import type { Language } from '../model/language.ts';
import type { TaxCalculator } from '../tax/tax-calculator.ts';
import type { Job } from './job.ts';

/** By which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Calculates the file of a job: its results beside it, and the lines that were refused in a report of their own.
 * Memory does not grow with the file, and other work of the process goes on meanwhile.
 *
 * @throws {JobFailure} `unusable`, with the reason in both languages
 */
export async function calculateFile(job: Job, calculator: TaxCalculator, shownLines: number): Promise<void> {
  const { files, request, signal } = job;
  const { language, incomeYear, withRates } = request;
  const report = createWriteStream(files.report, { mode: 0o600 });
  // The disk may refuse while nobody waits for the report; the next write says so.
  report.on('error', () => undefined);
  const settings = { calculator, defaultIncomeYear: incomeYear, language, keptWrongLines: 0, signal };
  let pending = BYTE_ORDER_MARK;

  const calculation = calculateCsv(createReadStream(files.input, { signal }), {
    ...settings,
    withRates,
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

  async function* withReport(): AsyncGenerator<Uint8Array> {
    for await (const chunk of calculation) {
      yield chunk;
      await writeReport();
    }
    job.leaveOut(calculation.report.unusedColumns);
    await writeReport();
  }

  async function writeReport(): Promise<void> {
    if (report.errored) throw report.errored;
    if (pending === '') return;
    const hasRoom = report.write(pending);
    pending = '';
    if (!hasRoom) await once(report, 'drain', { signal });
  }

  try {
    await pipeline(withReport, createWriteStream(files.results, { mode: 0o600 }), { signal });
    report.end();
    await finished(report);
  } catch (error) {
    report.destroy();
    throw error instanceof UnusableFile ? unusable(error) : error;
  }
}

function unusable(error: UnusableFile): JobFailure {
  const { reason } = error;
  return new JobFailure(
    'unusable',
    { fr: formatUnusable(reason, 'fr'), en: formatUnusable(reason, 'en') },
    error,
  );
}

/** Each issue of a line by itself, as the page of the job shows it. */
function refusedLines({ line, issues }: WrongLine, language: Language): RefusedLine[] {
  return issues.map((issue) => ({
    line,
    field: 'column' in issue ? issue.column : '',
    value: 'column' in issue ? issue.value : '',
    reason: formatReason(issue, language),
  }));
}
