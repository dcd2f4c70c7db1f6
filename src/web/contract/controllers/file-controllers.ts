import { Readable } from 'node:stream';
import { type FileFailure, type FileJobs, JobFailure } from '../../../model/file-jobs.ts';
import type { Language } from '../../../model/language.ts';
import { csvWorkbook } from '../../../xlsx/csv-workbook.ts';
import { WORKBOOK_TYPE } from '../../../xlsx/workbook-parts.ts';
import type { Download } from '../../http/send.ts';
import { takeFile } from '../../http/sent-file.ts';
import type { FilesPage } from '../../pages/other-pages.ts';
import { paths } from '../../pages/paths.ts';
import { fitsSheet } from '../../pages/view-models/file-downloads.ts';
import { progressView } from '../../pages/view-models/file-view.ts';
import type { ActionRequest } from '../action-request.ts';
import { accepted, type BrowserAnswer, type Refusal, refused, type Success } from '../action-result.ts';

const CSV = 'text/csv; charset=utf-8';

/** The form for sending files, and the session's own files. */
export async function showFiles(request: ActionRequest): Promise<Success> {
  return answer({ kind: 'page', page: await filesPage(request, null) });
}

/** Receives a file; the page of its job comes next. A refused file leads back to the form. */
export async function receiveFile(request: ActionRequest): Promise<Success | Refusal> {
  const { files, upload, tax, defaultIncomeYear, language } = request;
  if (!upload) throw new TypeError('the action reads no upload');
  try {
    const id = await takeFile(upload, 'fichier', ({ name, content, fields }) => {
      const incomeYear = tax.years.find((year) => String(year) === fields.get('année')) ?? defaultIncomeYear;
      const withRates = fields.get('taux') === 'oui' && tax.method === 'official';
      return files.receive(keyOf(request), { name, content, incomeYear, withRates, language });
    });
    return id === null
      ? await filesRefused(request, { code: 'noFile', values: {} })
      : answer({ kind: 'redirect', path: paths.file(id) });
  } catch (error) {
    if (error instanceof JobFailure) return filesRefused(request, error.failure);
    throw error;
  }
}

/** One job: its progress or its results. */
export async function showFile(request: ActionRequest): Promise<Success> {
  const { files, parameter } = request;
  const job = await files.find(keyOf(request), parameter);
  const page = { view: 'file', job, limits: files.limits } as const;
  return { ...answer({ kind: 'page', page }), status: job ? 200 : 404 };
}

/** The progress of a job, for the script of its page. */
export async function tellProgress(request: ActionRequest): Promise<Success> {
  const job = await request.files.find(keyOf(request), request.parameter);
  const data = job && progressView(job, request.language);
  return { ...answer({ kind: 'data', data }), status: job ? 200 : 404 };
}

/** Starts a job that its owner has looked at. */
export async function calculateFile(request: ActionRequest): Promise<Success> {
  await request.files.calculate(keyOf(request), request.parameter);
  return answer({ kind: 'redirect', path: paths.file(request.parameter) });
}

export async function cancelFile(request: ActionRequest): Promise<Success> {
  await request.files.cancel(keyOf(request), request.parameter);
  return answer({ kind: 'redirect', path: paths.file(request.parameter) });
}

export async function removeFile(request: ActionRequest): Promise<Success> {
  await request.files.remove(keyOf(request), request.parameter);
  return answer({ kind: 'redirect', path: paths.files });
}

type Written = 'results' | 'report';
type Format = 'csv' | 'xlsx';

/** The results, or the report of all refused lines; the page of the job explains when there are none. */
export function downloadFile(which: Written, format: Format) {
  return async (request: ActionRequest): Promise<Success> => {
    const { files, parameter, language } = request;
    const key = keyOf(request);
    const job = await files.find(key, parameter);
    const isThere = job !== null && (format === 'csv' || fitsSheet(job, files.limits));
    const file = isThere ? await files.open(key, parameter, which) : null;
    if (!isThere || !file) return answer({ kind: 'redirect', path: paths.file(parameter) });
    const name = downloadName(job.name, which, format, language);
    return answer({ kind: 'download', file: { name, ...inFormat[format](file, language) } });
  };
}

type Opened = NonNullable<Awaited<ReturnType<FileJobs['open']>>>;

const inFormat: Readonly<Record<Format, (file: Opened, language: Language) => Omit<Download, 'name'>>> = {
  csv: ({ size, stream }) => ({ type: CSV, size, stream }),
  // Made while it is sent.
  xlsx: ({ stream }, language) => ({
    type: WORKBOOK_TYPE,
    size: null,
    stream: () => csvWorkbook(stream(), language),
  }),
};

/** An example file to fill in, in the language of its header. */
export function downloadTemplate({ files, parameter }: ActionRequest): Success {
  const { name, text } = files.template(parameter === 'en' ? 'en' : 'fr');
  const content = Buffer.from(text);
  const stream = () => Readable.from([content]);
  return answer({ kind: 'download', file: { name, type: CSV, size: content.length, stream } });
}

const suffixes = {
  fr: { results: 'résultats', report: 'lignes refusées' },
  en: { results: 'results', report: 'refused lines' },
} as const;

function downloadName(name: string, which: Written, format: Format, language: Language): string {
  return `${name.replace(/\.\w{1,5}$/, '')} - ${suffixes[language][which]}.${format}`;
}

const statuses: Readonly<Record<string, number>> = { tooManyFiles: 409, tooLarge: 413, serverFull: 503 };

async function filesRefused(request: ActionRequest, failure: FileFailure): Promise<Refusal> {
  const page = await filesPage(request, failure);
  return { ...refused([], statuses[failure.code]), inBrowser: { kind: 'page', page } };
}

async function filesPage(request: ActionRequest, failure: FileFailure | null): Promise<FilesPage> {
  const { files } = request;
  return { view: 'files', jobs: await files.list(keyOf(request)), limits: files.limits, failure };
}

function answer(inBrowser: BrowserAnswer): Success {
  return { ...accepted(), inBrowser };
}

/** The guards have checked that somebody is signed in. */
function keyOf({ session }: ActionRequest): string {
  if (session.key === null) throw new TypeError('the action needs a signed-in user');
  return session.key;
}
