import pLimit from 'p-limit';
import type { Job } from './job.ts';
import type { JobState, StoredJob } from './job-state.ts';
import type { SharedFolder } from './shared-folder.ts';

/** The timing of signs of life. */
export interface Pace {
  /** Between two signs of life, and between two checks for those of others. */
  readonly beatMs: number;
  /** A process without a sign of life for so long is taken for dead. */
  readonly silentMs: number;
}

interface Parts {
  readonly job: Job;
  readonly stored: StoredJob;
  readonly folder: SharedFolder;
  readonly monotonic: () => number;
  readonly pace: Pace;
  /** Called when the file system refuses. */
  readonly report: (error: unknown) => void;
}

/** A job in progress in this process, which regularly writes a sign of life and its progress. */
export class HeldJob {
  readonly job: Job;
  readonly stored: StoredJob;
  readonly #parts: Parts;
  readonly #oneAtATime = pLimit(1);
  #timer: NodeJS.Timeout | undefined;
  #beat = 0;
  #lastBeat: number;
  #isOver = false;
  #isLost = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.job = parts.job;
    this.stored = parts.stored;
    this.#lastBeat = parts.monotonic();
    this.#beatLater();
  }

  /** Whether another process has taken over, cancelled or removed the job. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Stops the work; nothing more is written. */
  lose(): void {
    this.#isLost = true;
    this.leave();
    this.job.cancel();
  }

  /** Writes how the job ended in this process. */
  async end(change: Partial<JobState>): Promise<void> {
    this.leave();
    await this.#oneAtATime(() => this.#write(change));
  }

  leave(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #beatLater(): void {
    if (this.#isOver) return;
    this.#timer = setTimeout(() => {
      void this.#oneAtATime(() => this.#sayAlive()).then(() => this.#beatLater());
    }, this.#parts.pace.beatMs).unref();
  }

  async #sayAlive(): Promise<void> {
    const { monotonic, pace, report } = this.#parts;
    if (this.#isOver) return;
    try {
      await this.#write({});
      this.#lastBeat = monotonic();
    } catch (error) {
      report(error);
      // Other processes will soon take this one for dead.
      if (monotonic() - this.#lastBeat > pace.silentMs / 2) this.lose();
    }
  }

  async #write(change: Partial<JobState>): Promise<void> {
    const { job, stored, folder } = this.#parts;
    if (!(await folder.isHeld(stored))) return this.lose();
    const { checkpoint } = job;
    const { id, name, ahead, secondsKept, ...shown } = job.snapshot(0);
    await folder.flush(stored);
    this.#beat += 1;
    const state = { ...stored.state, ...shown, checkpoint, beat: this.#beat, ...change };
    if (!(await folder.write(stored, state))) this.lose();
  }
}
