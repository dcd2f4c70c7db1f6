import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { JobFailure } from '../model/file-jobs.ts';
import { writeFileOf } from '../write-file.ts';

/** The files of one job, in its own folder, readable only by this program's user. */
export interface JobFiles {
  readonly folder: string;
  readonly input: string;
  readonly results: string;
  readonly report: string;
}

export function jobFiles(parent: string, id: string): JobFiles {
  const folder = join(parent, id);
  return {
    folder,
    input: join(folder, 'households.csv'),
    results: join(folder, 'results.csv'),
    report: join(folder, 'refused-lines.csv'),
  };
}

/**
 * Writes the arriving bytes to the input file, chunk by chunk. Resolves to their number.
 *
 * @throws {JobFailure} `tooLarge`, `interrupted` or `diskFull`
 */
export async function receiveFile(
  { folder, input }: JobFiles,
  content: Readable,
  { maxBytes, signal, onBytes }: { maxBytes: number; signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<number> {
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      onBytes(bytes);
      if (bytes > maxBytes) done(new JobFailure('tooLarge', { max: maxBytes }));
      else done(null, chunk);
    },
  });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFileOf(input, content, { through, mode: 0o600, signal });
    return bytes;
  } catch (error) {
    throw asJobFailure(error, 'interrupted');
  }
}

/** A file of a job, ready to be read; null when it does not exist. */
export async function openFile(
  path: string,
): Promise<{ size: number; stream: () => AsyncIterable<Uint8Array> } | null> {
  const found = await stat(path).catch(() => null);
  return found && { size: found.size, stream: () => bytesOf(path) };
}

/** Opens a file when its first bytes are asked for: somebody is there then for its errors, and for closing it. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

export async function removeFiles(folder: string): Promise<void> {
  // Windows cannot delete a file while somebody still reads it.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** The last one is a limit of the system for this program. */
const DISK_FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** The failure for an error of the disk; an error that is a failure already stays. */
export function asJobFailure(error: unknown, otherwise: string): JobFailure {
  if (error instanceof JobFailure) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return new JobFailure(DISK_FULL.includes(code) ? 'diskFull' : otherwise, {}, error);
}
