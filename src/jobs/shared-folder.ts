import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import { CLOCK } from './folder-clock.ts';
import { type JobFiles, jobFiles, removeFiles } from './job-files.ts';
import { hasEnded, type JobRecord, type JobState, type StoredJob } from './job-state.ts';
import { isAbsent, readJson, renameOver, writeJson } from './shared-files.ts';
import { SharedFolderError, SharedFolderUnavailable } from './shared-folder-errors.ts';

const STATE = 'state.json';
const RECORD = 'job.json';
/** Whatever else is in the folder, as the file system's own, is left alone. */
const ID = /^[\da-f]{16}$/;
const LEASE = /^lease-(\d+)$/;
/** For a folder whose listing is cached by the machine, as with NFS. */
const TRIES = 20;
const TRY_AGAIN_MS = 250;
/**
 * Reads at a time. Each that a file server does not answer holds one of the four threads that Node.js has, by default, for
 * files, passwords and names of hosts.
 */
const MOST_READS = 2;

/**
 * Jobs in a folder that several instances share, on whatever file system renames a folder in one step, and refuses to where
 * there is one already. A job is a folder; in it, each process that takes the job over makes a lease, numbered on from the one
 * before. It writes into its own lease only, and the highest one says how the job stands: what a process writes that does not
 * know yet that it has lost its lease is not looked at.
 */
export class SharedFolder {
  readonly #jobs: string;
  readonly #own: () => string;
  readonly #records = new Map<string, JobRecord>();
  readonly #reads = pLimit(MOST_READS);
  /** They do not change any more. */
  readonly #ended = new Map<string, StoredJob>();
  /** Of these it has been told that they cannot be read. */
  readonly #unreadable = new Set<string>();
  #broken: ReadonlySet<string> = new Set();
  readonly #report: (error: unknown) => void;
  #drafts = 0;

  /**
   * @param own of this instance, on the same file system, for what is not ready to be seen, or on its way out; asked once
   * the server has its port
   * @param report called with the error of a single job that cannot be read, once
   */
  constructor(jobs: string, own: () => string, report: (error: unknown) => void) {
    this.#jobs = jobs;
    this.#own = own;
    this.#report = report;
  }

  /**
   * Nothing is left of an earlier process of this instance but the jobs.
   *
   * @throws {SharedFolderError}
   */
  async open(): Promise<void> {
    try {
      await removeFiles(this.#own());
      await mkdir(this.#own(), { recursive: true, mode: 0o700 });
      await mkdir(this.#jobs, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new SharedFolderError(this.#jobs, error);
    }
  }

  async close(): Promise<void> {
    await removeFiles(this.#own());
  }

  /**
   * All jobs that can be read, the first received first.
   *
   * @throws {SharedFolderUnavailable}
   */
  async list(): Promise<StoredJob[]> {
    const names = await this.#names();
    const ids = new Set(names);
    for (const known of [this.#records, this.#ended, this.#unreadable])
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
    const jobs = await Promise.all(names.map((id) => this.#ended.get(id) ?? this.#readIfPossible(id)));
    this.#broken = new Set(names.filter((id, i) => jobs[i] === null && !this.#unreadable.has(id)));
    return jobs
      .filter((job) => job !== null)
      .toSorted(({ record: one }, { record: other }) => one.receivedAt - other.receivedAt);
  }

  /** The folders without a job at the last listing: what is left of a removal or a write that failed. */
  get broken(): ReadonlySet<string> {
    return this.#broken;
  }

  /**
   * Null for a missing or broken job.
   *
   * @throws {SharedFolderUnavailable}
   */
  async read(id: string): Promise<StoredJob | null> {
    try {
      return await this.#reads(() => this.#stored(id));
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      if (!isAbsent(error))
        throw new SharedFolderUnavailable(`the job ${join(this.#jobs, id)} cannot be read`, { cause: error });
      // Either the job is missing, or the folder of all jobs is away.
      await this.#names();
      return null;
    }
  }

  /** Creates a job with its first lease. */
  async create(record: JobRecord, state: JobState): Promise<StoredJob> {
    const draft = await this.#draft();
    await writeJson(join(draft, RECORD), record);
    await mkdir(join(draft, leaseName(0)), { mode: 0o700 });
    await writeJson(join(draft, leaseName(0), STATE), state);
    await rename(draft, join(this.#jobs, record.id));
    return { record, number: 0, state, files: this.#filesOf(record.id, 0) };
  }

  /** Makes the next lease of the job; null when somebody else was faster, of this process or another. */
  async claim({ record, number }: StoredJob, next: JobState): Promise<StoredJob | null> {
    const state = { ...next, claim: randomBytes(8).toString('hex') };
    const files = this.#filesOf(record.id, number + 1);
    const draft = await this.#draft();
    await writeJson(join(draft, STATE), state);
    // The state found afterwards decides: the answer may have been lost on the network.
    await rename(draft, files.folder).catch(() => rm(draft, { recursive: true, force: true }));
    const found = await readJson<JobState>(stateIn(files)).catch(() => null);
    return found?.claim === state.claim ? { record, number: number + 1, state, files } : null;
  }

  /**
   * Makes the next lease, whatever other processes do at the same time.
   *
   * @param change null when there is nothing to change
   */
  async supersede(id: string, change: (job: StoredJob) => JobState | null): Promise<StoredJob | null> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const job = await this.read(id);
      const state = job && change(job);
      if (!job || !state) return null;
      const claimed = await this.claim(job, state);
      if (claimed) return claimed;
      await wait(TRY_AGAIN_MS);
    }
    throw new Error(`${join(this.#jobs, id)}: no lease to be had`);
  }

  /** Whether no other process has taken the job over or removed it. */
  async isHeld({ record, number }: StoredJob): Promise<boolean> {
    try {
      return (await this.#lastLease(record.id)) === number;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  }

  /** Only for the holder of the lease; false when the job has been removed. */
  async write({ files }: StoredJob, state: JobState): Promise<boolean> {
    const draft = join(files.folder, 'state.tmp');
    try {
      await writeJson(draft, state);
      await renameOver(draft, stateIn(files));
      return true;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  }

  /** Ensures that everything written is on the disk. */
  async flush({ files }: StoredJob): Promise<void> {
    for (const path of [files.results, files.report]) {
      const file = await open(path, 'r+').catch(() => null);
      try {
        await file?.datasync();
      } finally {
        await file?.close();
      }
    }
  }

  /** Deletes the output of earlier leases. */
  async removeEarlier({ record, number }: StoredJob): Promise<void> {
    for (let earlier = 0; earlier < number; earlier += 1) await this.#removeContent(record.id, earlier);
  }

  /** Deletes the sent file and the output; the job stays. */
  async removeContent({ record, number, files }: StoredJob): Promise<void> {
    await removeFiles(files.input);
    for (let lease = 0; lease <= number; lease += 1) await this.#removeContent(record.id, lease);
  }

  async remove(id: string): Promise<void> {
    const removed = join(this.#own(), `removed-${id}`);
    // A folder that cannot be moved, as on Windows while somebody reads it, is emptied in place.
    const moved = await rename(join(this.#jobs, id), removed).then(
      () => removed,
      () => join(this.#jobs, id),
    );
    this.#ended.delete(id);
    await removeFiles(moved);
  }

  /**
   * Removes what instances have left in their own folders that do not exist any more.
   *
   * @param since they have given no sign of life, by the clock of the folder
   */
  async removeAbandoned(since: number): Promise<void> {
    const own = this.#own();
    const all = (await readdir(dirname(own))).map((name) => join(dirname(own), name));
    for (const folder of all) {
      if (folder === own || folder === this.#jobs) continue;
      const sign = await stat(join(folder, CLOCK)).catch(() => null);
      if (sign && sign.mtimeMs < since) await removeFiles(folder);
    }
  }

  /** One job that cannot be read must not hide the others. */
  async #readIfPossible(id: string): Promise<StoredJob | null> {
    try {
      const job = await this.read(id);
      this.#unreadable.delete(id);
      return job;
    } catch (error) {
      await this.#names();
      if (!this.#unreadable.has(id)) this.#report(error);
      this.#unreadable.add(id);
      return null;
    }
  }

  async #stored(id: string): Promise<StoredJob> {
    const record = this.#records.get(id) ?? (await readJson<JobRecord>(join(this.#jobs, id, RECORD)));
    this.#records.set(id, record);
    const number = await this.#lastLease(id);
    const files = this.#filesOf(id, number);
    const job = { record, number, files, state: await readJson<JobState>(stateIn(files)) };
    if (hasEnded(job.state)) this.#ended.set(id, job);
    return job;
  }

  async #names(): Promise<string[]> {
    try {
      return (await this.#reads(() => readdir(this.#jobs))).filter((name) => ID.test(name));
    } catch (error) {
      throw new SharedFolderUnavailable(`the folder ${this.#jobs} cannot be read`, { cause: error });
    }
  }

  async #removeContent(id: string, number: number): Promise<void> {
    const { results, report } = this.#filesOf(id, number);
    await removeFiles(results);
    await removeFiles(report);
  }

  async #lastLease(id: string): Promise<number> {
    const names = await readdir(join(this.#jobs, id));
    return Math.max(0, ...names.map((name) => Number(LEASE.exec(name)?.[1] ?? 0)));
  }

  #filesOf(id: string, number: number): JobFiles {
    const { input } = jobFiles(this.#jobs, id);
    return { ...jobFiles(join(this.#jobs, id), leaseName(number)), input };
  }

  async #draft(): Promise<string> {
    this.#drafts += 1;
    const draft = join(this.#own(), `draft-${this.#drafts}`);
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true, mode: 0o700 });
    return draft;
  }
}

const leaseName = (number: number) => `lease-${number}`;

const stateIn = ({ folder }: JobFiles) => join(folder, STATE);
