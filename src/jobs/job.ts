import type {
  FileJob,
  FileJobState,
  FilePreview,
  JobFailure,
  JobRequest,
  Progress,
  RefusedLine,
} from '../model/file-jobs.ts';
import { BEGINNING, type Checkpoint } from './checkpoint.ts';
import type { JobFiles } from './job-files.ts';

/** How long a calculation must have run before its end is estimated. */
const FORETOLD_AFTER_MS = 1_000;

interface JobParts {
  readonly id: string;
  /** The session of the job. */
  readonly owner: string;
  readonly request: Omit<JobRequest, 'content'>;
  readonly files: JobFiles;
  readonly clock: () => number;
}

/** One file: received, ready for its owner, waiting, being calculated; then done, cancelled or failed. */
export class Job {
  readonly id: string;
  readonly owner: string;
  readonly request: JobParts['request'];
  readonly files: JobFiles;
  readonly #clock: () => number;
  readonly #abort = new AbortController();
  #refusedLines: RefusedLine[] = [];
  #checkpoint = BEGINNING;
  #unusedColumns: readonly string[] = [];
  #state: FileJobState = 'receiving';
  #size = 0;
  #preview: FilePreview | null = null;
  #progress: Progress = { bytes: 0, calculated: 0, refused: 0 };
  #startedAt = 0;
  #endedAt = 0;
  #deletedAt: number | null = null;
  #failure: JobFailure | null = null;

  constructor({ id, owner, request, files, clock }: JobParts) {
    this.id = id;
    this.owner = owner;
    this.request = request;
    this.files = files;
    this.#clock = clock;
  }

  get state(): FileJobState {
    return this.#state;
  }

  get size(): number {
    return this.#size;
  }

  /** Aborted when the job is cancelled or forgotten. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  received(bytes: number): void {
    this.#size = bytes;
  }

  /** Keeps what was found before the calculation. */
  prepared(preview: FilePreview | null): void {
    this.#preview = preview;
  }

  /** Waits for its owner, until its files are deleted. */
  ready(keptMs: number): void {
    if (this.#state !== 'receiving') return;
    this.#state = 'ready';
    this.#deletedAt = this.#clock() + keptMs;
  }

  wait(): void {
    if (this.#state !== 'ready') return;
    this.#state = 'waiting';
    this.#deletedAt = null;
  }

  start(): void {
    this.#state = 'running';
    this.#startedAt = this.#clock();
  }

  /** Results and report are written up to here. */
  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  reach(checkpoint: Checkpoint): void {
    this.#checkpoint = checkpoint;
  }

  /** Continues the work of another process. */
  takeUp(checkpoint: Checkpoint, refusedLines: readonly RefusedLine[]): void {
    this.#checkpoint = checkpoint;
    this.#refusedLines = refusedLines.slice(0, checkpoint.shown);
  }

  advance(progress: Progress): void {
    this.#progress = progress;
  }

  /** Keeps the names of unused columns. */
  leaveOut(columns: readonly string[]): void {
    this.#unusedColumns = columns;
  }

  /** Keeps a line for the page. */
  refuse(line: RefusedLine): void {
    this.#refusedLines.push(line);
  }

  get refusedLines(): readonly RefusedLine[] {
    return this.#refusedLines;
  }

  /** Has no effect on a job that has ended. */
  cancel(): void {
    if (this.#hasEnded) return;
    this.#abort.abort();
    this.#finish('cancelled');
  }

  /** Has no effect on a cancelled job. */
  end(failure: JobFailure | null, keptMs: number): void {
    if (!this.#hasEnded) {
      this.#failure = failure;
      this.#finish(failure ? 'failed' : 'done');
    }
    this.#deletedAt = this.#endedAt + keptMs;
  }

  snapshot(ahead: number): FileJob {
    return {
      id: this.id,
      name: this.request.name,
      state: this.#state,
      size: this.#size,
      ahead,
      progress: this.#progress,
      secondsLeft: this.#secondsLeft(),
      secondsTaken: this.#startedAt ? (this.#now() - this.#startedAt) / 1000 : 0,
      refusedLines: this.#refusedLines,
      preview: this.#preview,
      unusedColumns: this.#unusedColumns,
      failure: this.#failure?.failure ?? null,
      secondsKept: this.#deletedAt === null ? null : (this.#deletedAt - this.#clock()) / 1000,
    };
  }

  get #hasEnded(): boolean {
    return this.#endedAt > 0;
  }

  #finish(state: FileJobState): void {
    this.#state = state;
    this.#endedAt = this.#clock();
  }

  #now(): number {
    return this.#endedAt || this.#clock();
  }

  #secondsLeft(): number | null {
    const taken = this.#now() - this.#startedAt;
    if (this.#state !== 'running' || taken < FORETOLD_AFTER_MS || this.#progress.bytes === 0) return null;
    return (taken / 1000) * (this.#size / this.#progress.bytes - 1);
  }
}
