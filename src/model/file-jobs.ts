import type { Readable } from 'node:stream';
import type { Household } from '../tax/return/household.ts';
import type { Language } from './language.ts';

/**
 * Takes in files of households, one queue for all, and keeps the results for a while. Jobs belong to a session. Unless the
 * instances share the folder of the files (`uploads.shared`), they belong to this process too: no other instance knows them,
 * and a restart forgets them.
 */
export interface FileJobs {
  readonly limits: FileLimits;
  /** An example file to fill in, with the header in that language. */
  template(language: Language): { readonly name: string; readonly text: string };
  /**
   * Receives a file whole and looks at its first lines; resolves to the id of its job, which waits for {@link calculate}, or has
   * failed when the file cannot be used.
   *
   * @throws {JobFailure} `tooManyFiles` or `serverFull`, before anything is read; `tooLarge` or `interrupted`
   */
  receive(sessionKey: string, request: JobRequest): Promise<string>;
  /** The latest first. */
  list(sessionKey: string): Promise<readonly FileJob[]>;
  /** Null for a job that is unknown, forgotten, or another session's. */
  find(sessionKey: string, id: string): Promise<FileJob | null>;
  /** Lets a job that is ready be calculated; without effect on any other. */
  calculate(sessionKey: string, id: string): Promise<void>;
  /** Without effect on a job that has ended or does not exist. */
  cancel(sessionKey: string, id: string): Promise<void>;
  /** Forgets a job and deletes its files. */
  remove(sessionKey: string, id: string): Promise<void>;
  /** Forgets the jobs of a session that has ended. */
  forgetSession(sessionKey: string): Promise<void>;
  /** The files of a finished job; null when there are none. */
  open(
    sessionKey: string,
    id: string,
    which: 'results' | 'report',
  ): Promise<{ readonly size: number; readonly stream: () => AsyncIterable<Uint8Array> } | null>;
}

/** Upper bounds; the messages of refusals name them. */
export interface FileLimits {
  /** Bytes of one file. */
  readonly maxBytes: number;
  /** Files of one session, finished ones included. */
  readonly perSession: number;
  /** How long the files stay after the end of their job, in milliseconds. */
  readonly keptMs: number;
  /** Rows that a sheet of a workbook holds. */
  readonly sheetRows: number;
  /** Columns of a file whose results fit on a sheet. */
  readonly sheetColumns: number;
  /** Refused lines that are shown; the report has all of them. */
  readonly shownLines: number;
}

/** The options sent with a file. */
export interface JobRequest {
  readonly name: string;
  readonly content: Readable;
  /** For lines that give no income year. */
  readonly incomeYear: number;
  /** Whether the results have the rates of withholding. */
  readonly withRates: boolean;
  /** For the headers and reasons in the result files. */
  readonly language: Language;
}

/** A file of households sent by somebody, and its state. */
export interface FileJob {
  readonly id: string;
  /** The name at its origin; one line, never a path. */
  readonly name: string;
  readonly state: FileJobState;
  /** Bytes received. */
  readonly size: number;
  /** Files that are calculated before this one. */
  readonly ahead: number;
  readonly progress: Progress;
  /** Estimated from the speed so far; null before there is one. */
  readonly secondsLeft: number | null;
  /** By the calculation so far. */
  readonly secondsTaken: number;
  /** The first lines that could not be calculated. */
  readonly refusedLines: readonly RefusedLine[];
  /** What was found before it is calculated; null until then. */
  readonly preview: FilePreview | null;
  /** The columns that are not used. */
  readonly unusedColumns: readonly string[];
  /** Why there is no result; null unless `state` is `failed`. */
  readonly failure: FileFailure | null;
  /** Until the files are deleted; null before the end. */
  readonly secondsKept: number | null;
}

/** `ready`: its owner has seen what was read of it, and may start it. */
export type FileJobState = 'receiving' | 'ready' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** What would be made of a file. */
export interface FilePreview {
  /** Of a workbook: the sheet that is read, and how many others are not. */
  readonly sheet: { readonly name: string; readonly others: number } | null;
  readonly columns: readonly { readonly name: string; readonly field: string }[];
  readonly unusedColumns: readonly string[];
  /** The first of them. */
  readonly lines: readonly PreviewLine[];
  /** Of the lines that name none. */
  readonly incomeYear: number;
  readonly withRates: boolean;
}

/** A household with its tax in whole euros, or why a line is none. */
export type PreviewLine = { readonly line: number } & (
  | { readonly household: Household; readonly incomeYear: number; readonly amountDue: number }
  | { readonly refused: readonly RefusedLine[] }
);

export interface Progress {
  /** Bytes of the file that have been read. */
  readonly bytes: number;
  /** Households calculated. */
  readonly calculated: number;
  /** Lines that could not be calculated. */
  readonly refused: number;
}

/** A line that is not a household, for the report. */
export interface RefusedLine {
  /** From 1. */
  readonly line: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

/** A stable name and the values for its words. */
export interface FileFailure {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A failure that ends a job and is shown to its owner. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
  readonly failure: FileFailure;

  constructor(code: string, values: FileFailure['values'] = {}, cause?: unknown) {
    super(code, { cause });
    this.failure = { code, values };
  }
}
