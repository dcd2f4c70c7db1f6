import type { FileJob, FileJobState, JobRequest } from '../model/file-jobs.ts';
import { BEGINNING, type Checkpoint } from './checkpoint.ts';
import type { JobFiles } from './job-files.ts';

/** The fixed part of a job. */
export interface JobRecord {
  readonly id: string;
  /** The session of the job. */
  readonly owner: string;
  readonly request: Omit<JobRequest, 'content'>;
  /** By the clock of the folder. */
  readonly receivedAt: number;
}

type Shown = Omit<FileJob, 'id' | 'name' | 'state' | 'ahead' | 'secondsKept'>;

/** The state of a job, written by the holder of its last lease. */
export interface JobState extends Shown {
  /** `removed`: its files are being deleted. */
  readonly state: FileJobState | 'removed';
  /** Random, of the lease: one process may ask for the same lease twice at the same time. */
  readonly claim: string;
  /** Increases while the holder works. */
  readonly beat: number;
  /** Program and tax years for the lines up to the checkpoint. */
  readonly basis: string;
  readonly checkpoint: Checkpoint;
  /** By the clock of the folder; null before the end. */
  readonly endedAt: number | null;
}

/** A job with its last lease. */
export interface StoredJob {
  readonly record: JobRecord;
  /** Of the lease. */
  readonly number: number;
  readonly state: JobState;
  readonly files: JobFiles;
}

export function hasEnded({ state }: JobState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled' || state === 'removed';
}

/** The state of a job that a process begins to receive. */
export function firstState(): JobState {
  return {
    state: 'receiving',
    claim: '',
    beat: 0,
    basis: '',
    checkpoint: BEGINNING,
    endedAt: null,
    size: 0,
    progress: { bytes: 0, calculated: 0, refused: 0 },
    secondsLeft: null,
    secondsTaken: 0,
    refusedLines: [],
    preview: null,
    unusedColumns: [],
    failure: null,
  };
}

/** The state after another process has taken over. */
export function takenOver(state: JobState): JobState {
  return { ...state, beat: 0, secondsLeft: null };
}

/**
 * A job as its owner sees it; null when it is being removed.
 *
 * @param all jobs, the first received first
 * @param now by the clock of the folder
 */
export function shownJob(
  { record, state: stored }: StoredJob,
  all: readonly StoredJob[],
  { keptMs, now }: { keptMs: number; now: number },
): FileJob | null {
  const { endedAt, state } = stored;
  const restsSince = endedAt ?? (state === 'ready' ? record.receivedAt : null);
  if (state === 'removed') return null;
  const busy = all.filter(({ state: { state } }) => state === 'waiting' || state === 'running');
  const ahead = busy.findIndex((other) => other.record.id === record.id);
  return {
    ...stored,
    id: record.id,
    name: record.request.name,
    state,
    ahead: Math.max(0, ahead),
    secondsKept: restsSince === null ? null : (restsSince + keptMs - now) / 1000,
  };
}
