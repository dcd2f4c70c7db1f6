import { randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import { JobFailure } from '../model/file-jobs.ts';
import type { FolderClock } from './folder-clock.ts';
import type { JobLimits } from './job-queue.ts';
import { firstState, type JobRecord, type StoredJob } from './job-state.ts';
import type { SharedFolder } from './shared-folder.ts';

interface Parts {
  readonly folder: SharedFolder;
  readonly limits: JobLimits;
  readonly clock: FolderClock;
  readonly remove: (job: StoredJob) => Promise<void>;
}

/** Keeps the jobs of all instances within the bounds. */
export class SharedAdmission {
  readonly #parts: Parts;
  readonly #oneAtATime = pLimit(1);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Creates a job.
   *
   * @throws {JobFailure} `tooManyFiles` of the session, `serverFull`
   */
  admit(owner: string, request: JobRecord['request']): Promise<StoredJob> {
    return this.#oneAtATime(() => this.#create(owner, request));
  }

  async #create(owner: string, request: JobRecord['request']): Promise<StoredJob> {
    const { folder, clock, remove } = this.#parts;
    await this.#makeRoom(owner);
    const id = randomBytes(8).toString('hex');
    const job = await folder.create({ id, owner, request, receivedAt: clock.now() }, firstState());
    try {
      await this.#requirePlace(owner);
      return job;
    } catch (error) {
      await remove(job);
      throw error;
    }
  }

  /** Failed and cancelled jobs make room for new ones of any session. */
  async #makeRoom(owner: string): Promise<void> {
    for (const { jobs, refusal, max } of await this.#bounded(owner))
      await this.#makeRoomAmong(jobs, refusal, max);
  }

  /** Several instances may have found the same room: rather none of them has it than all. */
  async #requirePlace(owner: string): Promise<void> {
    for (const { jobs, refusal, max } of await this.#bounded(owner))
      if (jobs.length > max) throw new JobFailure(refusal, { max });
  }

  /** The jobs that count for each bound. */
  async #bounded(owner: string) {
    const { folder, limits } = this.#parts;
    const all = (await folder.list()).filter(({ state }) => state.state !== 'removed');
    const own = all.filter(({ record }) => record.owner === owner);
    return [
      { jobs: own, refusal: 'tooManyFiles', max: limits.perSession },
      { jobs: all, refusal: 'serverFull', max: limits.perServer },
    ];
  }

  async #makeRoomAmong(jobs: readonly StoredJob[], refusal: string, max: number): Promise<void> {
    if (jobs.length < max) return;
    const useless = jobs.find(({ state }) => state.state === 'failed' || state.state === 'cancelled');
    if (!useless) throw new JobFailure(refusal, { max });
    await this.#parts.remove(useless);
  }
}
