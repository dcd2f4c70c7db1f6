import { formatUnusedColumns } from '../../../bulk/texts/format-issues.ts';
import type { FileFailure, FileJob } from '../../../model/file-jobs.ts';
import type { Language } from '../../../model/language.ts';

import { delay, fileSize, wholeNumber } from '../format.ts';
import type { FilePage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { filesTexts } from '../texts/files-texts.ts';
import { fill } from '../texts/page-texts.ts';
import { downloadsView } from './file-downloads.ts';
import { previewView } from './file-preview-view.ts';

/** One file of households: its progress, or its results and refused lines. */
export function fileView({ job, limits }: FilePage, context: PageContext) {
  const { language, actionUrl } = context;
  const words = filesTexts(language);
  const common = { words, filesUrl: actionUrl(paths.files) };
  if (!job) return { ...common, job: null };
  const { id, state, progress, refusedLines, secondsKept, preview } = job;
  return {
    ...common,
    job: {
      ...progressView(job, language),
      isDone: state === 'done',
      preview: state === 'ready' && preview ? previewView(preview, language) : null,
      calculateUrl: actionUrl(paths.calculateFile(id)),
      isCancelled: state === 'cancelled',
      failure: job.failure && formatFailure(job.failure, language),
      progressUrl: actionUrl(paths.fileProgress(id)),
      cancelUrl: actionUrl(paths.cancelFile(id)),
      removeUrl: actionUrl(paths.removeFile(id)),
      downloads: downloadsView(job, limits, context),
      deleted:
        secondsKept === null
          ? ''
          : fill(state === 'ready' ? words.fileDeletedIn : words.deletedIn, {
              delay: delay(secondsKept, language),
            }),
      hasRefusedLines: refusedLines.length > 0,
      hasMore: progress.refused > limits.shownLines,
      outcome: outcomeView(job, language),
      unusedColumns: formatUnusedColumns(job.unusedColumns, language),
      refusedTitle: refusedTitle(job, language),
      refusedLines: refusedLines.map(({ line, ...rest }) => ({
        line: wholeNumber(line, language).text,
        ...rest,
      })),
    },
  };
}

/** The progress of a job, for its page and its script. */
export function progressView(job: FileJob, language: Language) {
  const fraction = job.size > 0 ? job.progress.bytes / job.size : 0;
  return {
    name: job.name,
    state: job.state,
    stateText: stateText(job, language),
    isOver: !isUnderWay(job),
    percent: Math.floor(fraction * 100),
    details: details(job, language),
  };
}

function stateText({ state, progress }: FileJob, language: Language): string {
  const { states, someRefused, allRefused } = filesTexts(language);
  if (state !== 'done' || progress.refused === 0) return states[state];
  return progress.calculated === 0 ? allRefused : someRefused;
}

/** Refused lines are not a success: their box has another colour and begins with them. */
function outcomeView(job: FileJob, language: Language) {
  const { calculated, refused } = job.progress;
  if (refused === 0) return { kind: 'alert-success', title: null };
  return { kind: calculated === 0 ? 'alert-danger' : 'alert-warning', title: refusedOutcome(job, language) };
}

function refusedOutcome({ progress: { calculated, refused } }: FileJob, language: Language): string {
  const { nothingCalculated, linesNotCalculated } = filesTexts(language);
  if (calculated === 0) return nothingCalculated;
  const count = (lines: number) => wholeNumber(lines, language).text;
  return fill(linesNotCalculated, { refused: count(refused), lines: count(calculated + refused) });
}

/** The seconds after which a page without a script reloads; null when nothing more happens. */
export function refreshAfter({ job }: FilePage): number | null {
  return job && isUnderWay(job) ? 2 : null;
}

/** Whether it changes without an action of its owner. */
function isUnderWay({ state }: FileJob): boolean {
  return state === 'receiving' || state === 'waiting' || state === 'running';
}

export function formatFailure({ code, values }: FileFailure, language: Language): string {
  const { failures } = filesTexts(language);
  const text = code in failures ? failures[code as keyof typeof failures] : failures.unexpected;
  const max = code === 'tooLarge' ? { max: fileSize(Number(values.max), language) } : {};
  return fill(text, { ...values, ...max });
}

function details(job: FileJob, language: Language): readonly string[] {
  const words = filesTexts(language);
  switch (job.state) {
    case 'receiving':
      return [fill(words.received, { size: fileSize(job.size, language) })];
    case 'waiting':
      return [fill(words.ahead, { count: wholeNumber(job.ahead, language).text })];
    case 'running':
      return [...counts(job, language), ...timeLeft(job, language)];
    case 'done':
      return [...counts(job, language), fill(words.took, { delay: shortDelay(job.secondsTaken, language) })];
    case 'ready':
    case 'cancelled':
    case 'failed':
      return [];
  }
}

function counts({ progress: { calculated, refused } }: FileJob, language: Language): string[] {
  const words = filesTexts(language);
  const count = (number: number, one: string, several: string) =>
    fill(number < 2 ? one : several, { count: wholeNumber(number, language).text });
  return [
    count(calculated, words.calculatedOne, words.calculated),
    count(refused, words.refusedLine, words.refusedLines),
  ];
}

function timeLeft({ secondsLeft }: FileJob, language: Language): string[] {
  if (secondsLeft === null) return [];
  return [fill(filesTexts(language).left, { delay: shortDelay(secondsLeft, language) })];
}

function shortDelay(seconds: number, language: Language): string {
  return seconds < 1 ? filesTexts(language).lessThanASecond : delay(Math.round(seconds), language);
}

function refusedTitle({ progress, refusedLines }: FileJob, language: Language): string {
  const words = filesTexts(language);
  if (progress.refused <= refusedLines.length) return words.firstRefused;
  return fill(words.firstRefusedOf, {
    shown: wholeNumber(refusedLines.length, language).text,
    count: wholeNumber(progress.refused, language).text,
  });
}
