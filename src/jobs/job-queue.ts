import { randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import {
  type FileJob,
  type FileJobs,
  type FileLimits,
  JobFailure,
  type JobRequest,
} from '../model/file-jobs.ts';
import type { Language } from '../model/language.ts';
import { Job } from './job.ts';
import { asJobFailure, jobFiles, openFile, receiveFile } from './job-files.ts';

/** The limits for a session's files, and for all files. */
export interface JobLimits extends FileLimits {
  /** Files of all sessions. */
  readonly perServer: number;
}

/** Calculates the file of a job. */
export type Calculate = (job: Job) => Promise<void>;

/** Makes a text of what was received, and finds out what would be made of it. */
export type Prepare = (job: Job) => Promise<void>;

/** Prepares a job; an unexpected error is a defect of the program, and not of the upload. */
export async function prepareJob(
  job: Job,
  { prepare, reportDefect }: { prepare: Prepare; reportDefect: (error: unknown) => void },
): Promise<void> {
  try {
    await prepare(job);
  } catch (error) {
    if (job.signal.aborted) throw error;
    const failure = asJobFailure(error, 'unexpected');
    if (failure.failure.code === 'unexpected') reportDefect(error);
    throw failure;
  }
}

/** Failures that leave no file. */
export const NOT_RECEIVED: readonly string[] = ['tooLarge', 'interrupted'];

interface Parts {
  /** Called once the server has its port. {@link JobQueue.start} empties the folder: nothing else may be stored there. */
  readonly folder: () => string;
  readonly limits: JobLimits;
  readonly calculate: Calculate;
  readonly prepare: Prepare;
  readonly template: (language: Language) => { readonly name: string; readonly text: string };
  readonly clock: () => number;
  /** Deletes a folder with its content. */
  readonly removeFiles: (folder: string) => Promise<void>;
  /** Called with files that cannot be removed. */
  readonly report: (error: unknown) => void;
  /** Called with unexpected errors in a preparation or calculation. */
  readonly reportDefect: (error: unknown) => void;
}

/**
 * Receives files of households, calculates them in one queue, and keeps the results for a while. Jobs belong to a session
 * and to this process: a restart deletes everything in the folder.
 */
export class JobQueue implements FileJobs {
  readonly limits: JobLimits;
  readonly #parts: Parts;
  readonly #jobs = new Map<string, Job>();
  readonly #expiries = new Map<Job, NodeJS.Timeout>();
  readonly #oneAtATime = pLimit(1);

  constructor(parts: Parts) {
    this.#parts = parts;
    this.limits = parts.limits;
  }

  /** Deletes the files of an earlier process. */
  async start(): Promise<void> {
    await this.#removeFolder(this.#parts.folder());
  }

  /** An example file, with the header in that language. */
  template(language: Language): { readonly name: string; readonly text: string } {
    return this.#parts.template(language);
  }

  /**
   * Receives a file and looks at it. Resolves to the job's id when its owner may start it; a file that cannot be used becomes
   * a job that has failed, so that its owner finds out why. One that does not arrive whole leaves nothing.
   *
   * @throws {JobFailure} `tooManyFiles` or `serverFull`, before anything is read; `tooLarge` or `interrupted`
   */
  async receive(owner: string, request: JobRequest): Promise<string> {
    this.#makeRoom(owner);
    const { folder, limits, clock } = this.#parts;
    const { content, ...kept } = request;
    const id = randomBytes(8).toString('hex');
    const job = new Job({ id, owner, request: kept, files: jobFiles(folder(), id), clock });
    this.#jobs.set(id, job);
    try {
      const size = await receiveFile(job.files, content, {
        maxBytes: limits.maxBytes,
        signal: job.signal,
        onBytes: (bytes) => job.received(bytes),
      });
      if (size === 0) throw new JobFailure('emptyFile');
      await prepareJob(job, this.#parts);
    } catch (error) {
      const failure = asJobFailure(error, 'interrupted');
      if (job.state === 'receiving' && NOT_RECEIVED.includes(failure.failure.code)) {
        await this.#forget(job);
        throw failure;
      }
      await this.#end(job, failure);
      return id;
    }
    job.ready(limits.keptMs);
    this.#expire(job);
    return id;
  }

  /** The jobs of a session, the latest first. */
  async list(owner: string): Promise<readonly FileJob[]> {
    return this.#of(owner)
      .map((job) => this.#shown(job))
      .reverse();
  }

  /** Null for a job that does not exist (any more), or belongs to another session. */
  async find(owner: string, id: string): Promise<FileJob | null> {
    const job = this.#jobs.get(id);
    return job?.owner === owner ? this.#shown(job) : null;
  }

  /** Puts a job that is ready into the queue. */
  async calculate(owner: string, id: string): Promise<void> {
    const job = this.#jobs.get(id);
    if (job?.owner !== owner || job.state !== 'ready') return;
    clearTimeout(this.#expiries.get(job));
    job.wait();
    this.#oneAtATime(() => this.#run(job)).catch(this.#parts.reportDefect);
  }

  /** Stops a job that has not ended. */
  async cancel(owner: string, id: string): Promise<void> {
    const job = this.#jobs.get(id);
    if (job?.owner !== owner) return;
    const isWaiting = job.state === 'waiting' || job.state === 'ready';
    job.cancel();
    // A running job is ended by its own work.
    if (isWaiting) await this.#end(job, null);
  }

  /** Deletes a job with its files. */
  async remove(owner: string, id: string): Promise<void> {
    const job = this.#jobs.get(id);
    if (job?.owner === owner) await this.#forget(job);
  }

  /** Deletes the jobs of a session that has ended. */
  async forgetSession(owner: string): Promise<void> {
    await Promise.all(this.#of(owner).map((job) => this.#forget(job)));
  }

  /** The results or the report of a finished job; null without one. */
  async open(owner: string, id: string, which: 'results' | 'report') {
    const job = this.#jobs.get(id);
    return job?.owner === owner && job.state === 'done' ? openFile(job.files[which]) : null;
  }

  /** Stops everything and deletes the files. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.cancel();
    this.#jobs.clear();
    for (const timer of this.#expiries.values()) clearTimeout(timer);
    this.#expiries.clear();
    await this.#removeFolder(this.#parts.folder());
  }

  #of(owner: string): Job[] {
    return [...this.#jobs.values()].filter((job) => job.owner === owner);
  }

  #shown(job: Job): FileJob {
    const waiting = [...this.#jobs.values()].filter(
      ({ state }) => state === 'waiting' || state === 'running',
    );
    return job.snapshot(Math.max(0, waiting.indexOf(job)));
  }

  /** Failed and cancelled jobs make room for new ones of any session. */
  #makeRoom(owner: string): void {
    const { perSession, perServer } = this.#parts.limits;
    this.#makeRoomAmong(this.#of(owner), 'tooManyFiles', perSession);
    this.#makeRoomAmong([...this.#jobs.values()], 'serverFull', perServer);
  }

  #makeRoomAmong(jobs: readonly Job[], refusal: string, max: number): void {
    if (jobs.length < max) return;
    const useless = jobs.find(({ state }) => state === 'failed' || state === 'cancelled');
    if (!useless) throw new JobFailure(refusal, { max });
    void this.#forget(useless);
  }

  async #run(job: Job): Promise<void> {
    if (job.state !== 'waiting') return;
    job.start();
    try {
      await this.#parts.calculate(job);
      await this.#end(job, null);
    } catch (error) {
      const failure = asJobFailure(error, 'unexpected');
      if (failure.failure.code === 'unexpected' && !job.signal.aborted) this.#parts.reportDefect(error);
      await this.#end(job, failure);
    }
  }

  /** Files without a result are deleted at once, the others after a while. */
  async #end(job: Job, failure: JobFailure | null): Promise<void> {
    const { keptMs } = this.#parts.limits;
    job.end(failure, keptMs);
    this.#expire(job);
    if (job.state !== 'done') await this.#removeFolder(job.files.folder);
  }

  #expire(job: Job): void {
    if (this.#jobs.get(job.id) !== job) return;
    clearTimeout(this.#expiries.get(job));
    this.#expiries.set(job, setTimeout(() => void this.#forget(job), this.#parts.limits.keptMs).unref());
  }

  async #forget(job: Job): Promise<void> {
    this.#jobs.delete(job.id);
    clearTimeout(this.#expiries.get(job));
    this.#expiries.delete(job);
    job.cancel();
    await this.#removeFolder(job.files.folder);
  }

  /** A folder that cannot be removed, as on Windows while somebody reads it, stays until the next start. */
  async #removeFolder(folder: string): Promise<void> {
    const { removeFiles, report } = this.#parts;
    await removeFiles(folder).catch(report);
  }
}
