import { createWriteStream } from 'node:fs';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

interface Options {
  readonly mode?: number;
  /** `wx`: an existing file is not replaced. */
  readonly flags?: string;
  readonly signal?: AbortSignal;
  /** What the content passes on its way. */
  readonly through?: Transform;
}

/**
 * Writes a file as its content comes. When this settles the file is closed, also after a failure: its opening may still be
 * under way when the content fails, and would bring back what the caller has removed.
 */
export async function writeFileOf(
  path: string,
  content: AsyncIterable<Uint8Array | string>,
  { signal, through, ...how }: Options = {},
): Promise<void> {
  const file = createWriteStream(path, how);
  const options = signal ? { signal } : {};
  const closed = new Promise<void>((resolve) => void file.once('close', () => resolve()));
  try {
    if (through) await pipeline(content, through, file, options);
    else await pipeline(content, file, options);
  } finally {
    await closed;
  }
}
