/** A file of households that somebody has sent, and what became of it. */
export interface FileJob {
  readonly id: string;
  /** As it was called where it comes from; one line, never a path. */
  readonly name: string;
  readonly state: FileJobState;
  /** Bytes received. */
  readonly size: number;
  /** Files that are calculated before this one. */
  readonly ahead: number;
  readonly progress: Progress;
  /** At the pace so far; null before there is one. */
  readonly secondsLeft: number | null;
  /** Of the calculation, so far. */
  readonly secondsTaken: number;
  /** The first of the lines that could not be calculated. */
  readonly refusedLines: readonly RefusedLine[];
  /** Why there is no result; null unless `state` is `failed`. */
  readonly failure: Failure | null;
  /** Until the files are deleted; null before the end. */
  readonly secondsKept: number | null;
}

export type FileJobState = 'receiving' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

export interface Progress {
  /** Bytes of the file that have been read. */
  readonly bytes: number;
  /** Households calculated. */
  readonly calculated: number;
  /** Lines that could not be. */
  readonly refused: number;
}

/** A line of the file that is not a household, as the report says it. */
export interface RefusedLine {
  /** Counted from 1. */
  readonly line: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

/** A stable name and the values that its words need. */
export interface Failure {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A failure that ends a job and that its owner is told of. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
  readonly failure: Failure;

  constructor(code: string, values: Failure['values'] = {}, cause?: unknown) {
    super(code, { cause });
    this.failure = { code, values };
  }
}
