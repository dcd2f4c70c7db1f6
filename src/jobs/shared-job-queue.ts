import pLimit from 'p-limit';
import { type FileJob, type FileJobs, JobFailure, type JobRequest } from '../model/file-jobs.ts';
import type { Language } from '../model/language.ts';
import type { LogText } from '../model/log-text.ts';
import { BEGINNING } from './checkpoint.ts';
import type { FolderClock } from './folder-clock.ts';
import { goOn } from './go-on.ts';
import { HeldJob, type Pace } from './held-job.ts';
import { Job } from './job.ts';
import { asJobFailure, openFile, receiveFile } from './job-files.ts';
import { type Calculate, type JobLimits, NOT_RECEIVED, type Prepare, prepareJob } from './job-queue.ts';
import { hasEnded, type StoredJob, shownJob, takenOver } from './job-state.ts';
import { SharedAdmission } from './shared-admission.ts';
import type { SharedFolder } from './shared-folder.ts';
import { Silence } from './silence.ts';

/** A file that kills each process must not kill all instances. */
const MOST_LEASES = 10;
/** The clock of the folder is measured once in so many checks. */
const MEASURE_EVERY = 60;

interface Parts {
  readonly folder: SharedFolder;
  readonly limits: JobLimits;
  readonly calculate: Calculate;
  readonly prepare: Prepare;
  readonly template: (language: Language) => { readonly name: string; readonly text: string };
  readonly clock: FolderClock;
  /** In milliseconds, by this machine's clock. */
  readonly monotonic: () => number;
  readonly pace: Pace;
  /** Names what the lines are calculated with; work begun with another basis is done again. */
  readonly basis: () => string;
  readonly log: (text: LogText) => void;
  /** Called when the file system refuses. */
  readonly report: (error: unknown) => void;
  /** Called with unexpected errors in a preparation or calculation. */
  readonly reportDefect: (error: unknown) => void;
}

/**
 * Files of households known to all instances, on a shared file system. An idle instance takes the next file; the work of
 * a killed instance is continued by another.
 */
export class SharedJobQueue implements FileJobs {
  readonly limits: JobLimits;
  readonly #parts: Parts;
  readonly #silence: Silence;
  /** Of folders that are no jobs. */
  readonly #brokenSilence: Silence;
  /** Jobs that this instance receives or calculates, by their ids. */
  readonly #held = new Map<string, HeldJob>();
  readonly #oneLookAtATime = pLimit(1);
  readonly #admission: SharedAdmission;
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looks = 0;
  #lastFailure = '';
  #isClosing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.limits = parts.limits;
    this.#admission = new SharedAdmission({ ...parts, remove: (job) => this.#remove(job) });
    this.#silence = new Silence(parts.monotonic, parts.pace.silentMs);
    this.#brokenSilence = new Silence(parts.monotonic, parts.pace.silentMs);
  }

  /** @throws {SharedFolderError} */
  async start(): Promise<void> {
    await this.#parts.folder.open();
    await this.#parts.clock.measure();
    this.#lookRegularly();
  }

  template(language: Language): { readonly name: string; readonly text: string } {
    return this.#parts.template(language);
  }

  async receive(owner: string, request: JobRequest): Promise<string> {
    const { limits } = this.#parts;
    const { content, ...kept } = request;
    const stored = await this.#admission.admit(owner, kept);
    const { id } = stored.record;
    const held = this.#hold(stored);
    try {
      const { job } = held;
      const size = await receiveFile(stored.files, content, {
        maxBytes: limits.maxBytes,
        signal: job.signal,
        onBytes: (bytes) => job.received(bytes),
      });
      if (size === 0) throw new JobFailure('emptyFile');
      await prepareJob(job, this.#parts);
      job.ready(limits.keptMs);
      await held.end({ state: 'ready' });
      return id;
    } catch (error) {
      const failure = asJobFailure(error, 'interrupted');
      if (held.isLost) return id;
      if (NOT_RECEIVED.includes(failure.failure.code)) {
        await this.#remove(stored);
        throw failure;
      }
      await this.#fail(held, failure);
      return id;
    } finally {
      held.leave();
      this.#held.delete(id);
    }
  }

  async list(owner: string): Promise<readonly FileJob[]> {
    const all = await this.#parts.folder.list();
    return all
      .filter(({ record }) => record.owner === owner)
      .map((job) => this.#shown(job, all))
      .filter((job) => job !== null)
      .reverse();
  }

  async find(owner: string, id: string): Promise<FileJob | null> {
    const all = await this.#parts.folder.list();
    const job = all.find(({ record }) => record.id === id && record.owner === owner);
    return job ? this.#shown(job, all) : null;
  }

  async calculate(owner: string, id: string): Promise<void> {
    const started = await this.#parts.folder.supersede(id, ({ record, state }) =>
      record.owner === owner && state.state === 'ready' ? { ...takenOver(state), state: 'waiting' } : null,
    );
    if (started) void this.#look();
  }

  async cancel(owner: string, id: string): Promise<void> {
    const { folder, clock } = this.#parts;
    const cancelled = await folder.supersede(id, ({ record, state }) =>
      record.owner !== owner || hasEnded(state)
        ? null
        : { ...takenOver(state), state: 'cancelled', endedAt: clock.now() },
    );
    if (!cancelled) return;
    this.#held.get(id)?.lose();
    await folder.removeContent(cancelled).catch(this.#parts.report);
  }

  async remove(owner: string, id: string): Promise<void> {
    const job = await this.#parts.folder.read(id);
    if (job?.record.owner === owner) await this.#remove(job);
  }

  /** A session ends also while the folder is away: its files go when their time is over. */
  async forgetSession(owner: string): Promise<void> {
    try {
      const jobs = await this.#parts.folder.list();
      await Promise.all(jobs.filter(({ record }) => record.owner === owner).map((job) => this.#remove(job)));
    } catch (error) {
      this.#parts.report(error);
    }
  }

  async open(owner: string, id: string, which: 'results' | 'report') {
    const job = await this.#parts.folder.read(id);
    return job?.record.owner === owner && job.state.state === 'done' ? openFile(job.files[which]) : null;
  }

  /** Leaves current work to the other instances, or to the next start. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearTimeout(this.#timer);
    for (const { job } of this.#held.values()) job.cancel();
    await this.#running;
    await this.#oneLookAtATime(() => this.#parts.folder.close()).catch(this.#parts.report);
  }

  #lookRegularly(): void {
    if (this.#isClosing) return;
    this.#timer = setTimeout(
      () => void this.#look().then(() => this.#lookRegularly()),
      this.#parts.pace.beatMs,
    ).unref();
  }

  /** Does the pending work of any instance. */
  async #look(): Promise<void> {
    try {
      await this.#oneLookAtATime(() => (this.#isClosing ? undefined : this.#tend()));
      this.#lastFailure = '';
    } catch (error) {
      // Once, not with each check.
      if (String(error) !== this.#lastFailure) this.#parts.report(error);
      this.#lastFailure = String(error);
    }
  }

  async #tend(): Promise<void> {
    const { folder, clock } = this.#parts;
    this.#looks += 1;
    if (this.#looks % MEASURE_EVERY === 0) await clock.measure();
    const jobs = await folder.list();
    this.#silence.keep(new Set(jobs.map(({ record }) => record.id)));
    const silent = new Set(jobs.filter((job) => this.#isSilent(job)));
    for (const job of jobs) if (this.#isUseless(job, silent.has(job))) await this.#remove(job);
    for (const job of jobs) {
      const { state } = job.state;
      const isFree = state === 'waiting' || (state === 'running' && silent.has(job));
      if (isFree && !this.#running) await this.#takeUp(job);
    }
    await this.#removeLeftOvers();
  }

  /** Removes files that belong to no job and to no instance. */
  async #removeLeftOvers(): Promise<void> {
    const { folder, clock } = this.#parts;
    const { broken } = folder;
    this.#brokenSilence.keep(broken);
    for (const id of broken) if (this.#brokenSilence.isSilent(id, '')) await folder.remove(id);
    if (this.#looks % MEASURE_EVERY === 0) await folder.removeAbandoned(clock.now() - this.limits.keptMs);
  }

  #isSilent({ record: { id }, number, state: { beat } }: StoredJob): boolean {
    return this.#silence.isSilent(id, `${number}.${beat}`);
  }

  /** Whether its time is over, it will never be complete, or the process that was removing it is dead. */
  #isUseless({ record, state: { state, endedAt } }: StoredJob, isSilent: boolean): boolean {
    if (state === 'receiving' || state === 'removed') return isSilent;
    const restsSince = state === 'ready' ? record.receivedAt : endedAt;
    return restsSince !== null && restsSince + this.limits.keptMs <= this.#parts.clock.now();
  }

  async #takeUp(free: StoredJob): Promise<void> {
    const { folder, basis, log } = this.#parts;
    const { state, checkpoint } = free.state;
    const stored = await folder.claim(free, {
      ...takenOver(free.state),
      state: 'running',
      basis: basis(),
      // The files of this lease are still empty.
      checkpoint: BEGINNING,
    });
    if (!stored) return;
    const isSame = free.state.basis === stored.state.basis;
    if (state === 'running') log(takenUp(stored, isSame ? checkpoint.lines : 0));
    const held = this.#hold(stored);
    held.job.received(free.state.size);
    held.job.prepared(free.state.preview);
    this.#running = this.#run(held, isSame ? free : null).finally(() => {
      held.leave();
      this.#held.delete(stored.record.id);
      this.#running = null;
      void this.#look();
    });
  }

  /** @param begun the work of an earlier lease */
  async #run(held: HeldJob, begun: StoredJob | null): Promise<void> {
    const { folder, calculate, clock, report, reportDefect } = this.#parts;
    const { job } = held;
    job.start();
    try {
      if (held.stored.number > MOST_LEASES)
        throw new Error(`job ${job.id}: ${MOST_LEASES} instances gave up`);
      if (begun) await goOn(job, begun);
      await calculate(job);
      job.end(null, 0);
      await held.end({ state: 'done', endedAt: clock.now() });
      if (!held.isLost) await folder.removeEarlier(held.stored).catch(report);
    } catch (error) {
      if (held.isLost) return;
      if (this.#isClosing) {
        await held.end({ state: 'waiting' }).catch(report);
        return;
      }
      const failure = asJobFailure(error, 'unexpected');
      if (failure.failure.code === 'unexpected') reportDefect(error);
      await this.#fail(held, failure).catch(report);
    }
  }

  async #fail(held: HeldJob, failure: JobFailure): Promise<void> {
    const { folder, clock, report } = this.#parts;
    held.job.end(failure, 0);
    await held.end({ state: 'failed', endedAt: clock.now() });
    if (!held.isLost) await folder.removeContent(held.stored).catch(report);
  }

  #hold(stored: StoredJob): HeldJob {
    const { folder, clock, monotonic, pace, report } = this.#parts;
    const { record, files } = stored;
    const job = new Job({ ...record, files, clock: () => clock.now() });
    const held = new HeldJob({ job, stored, folder, monotonic, pace, report });
    this.#held.set(record.id, held);
    return held;
  }

  /** One process does it: the one that makes the lease for it, or finds that of a dead process. */
  async #remove(job: StoredJob): Promise<void> {
    const { folder, report } = this.#parts;
    const isLeftOver = job.state.state === 'removed';
    const mine = isLeftOver
      ? job
      : await folder.supersede(job.record.id, ({ state }) =>
          state.state === 'removed' ? null : { ...takenOver(state), state: 'removed' },
        );
    this.#held.get(job.record.id)?.lose();
    if (mine) await folder.remove(mine.record.id).catch(report);
  }

  #shown(job: StoredJob, all: readonly StoredJob[]): FileJob | null {
    return shownJob(job, all, { keptMs: this.limits.keptMs, now: this.#parts.clock.now() });
  }
}

function takenUp({ record: { id } }: StoredJob, lines: number): LogText {
  return {
    fr: `[fichiers] le travail ${id} d'une instance qui ne répond plus est repris après ${lines} ligne(s)`,
    en: `[fichiers] job ${id} of an instance that is silent is taken up behind ${lines} line(s)`,
  };
}
