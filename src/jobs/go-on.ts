import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Job } from './job.ts';
import type { StoredJob } from './job-state.ts';

/** Copies the output of another lease up to its checkpoint; its former holder may still write after that. */
export async function goOn(
  job: Job,
  { files, state: { checkpoint, refusedLines } }: StoredJob,
): Promise<void> {
  if (checkpoint.lines === 0) return;
  await copy(files.results, job.files.results, checkpoint.results, job.signal);
  await copy(files.report, job.files.report, checkpoint.report, job.signal);
  job.takeUp(checkpoint, refusedLines);
}

async function copy(from: string, to: string, bytes: number, signal: AbortSignal): Promise<void> {
  const beginning = createReadStream(from, { end: bytes - 1 });
  await pipeline(beginning, createWriteStream(to, { mode: 0o600 }), { signal });
}
