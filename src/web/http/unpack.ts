import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import pLimit from 'p-limit';

/** Bodies unpacked at one time: each takes megabytes, and tens of milliseconds of a core for 4 MB. */
const AT_ONCE = 2;
/** Bodies that wait to be unpacked, at most. */
const WAITING = 100;
/** Bytes per chunk of the result. */
const PIECE = { chunkSize: 64 * 1024 };

/** Makes the stream that unpacks one body. */
export type Unpacker = () => Transform;

/** By the name of the encoding (RFC 9110 §8.4.1). */
export const unpackers: Readonly<Record<string, Unpacker>> = {
  gzip: () => createGunzip(PIECE),
  deflate: () => createInflate(PIECE),
  br: () => createBrotliDecompress(PIECE),
};

const inLine = pLimit(AT_ONCE);

/** Whether too many bodies wait to be unpacked. */
export function isLineFull(): boolean {
  return inLine.pendingCount >= WAITING;
}

/** Unpacks a whole body in its turn, into `read`. */
export function unpackInLine<Result>(
  body: Buffer,
  unpacker: Unpacker,
  read: (unpacked: Transform) => Promise<Result>,
): Promise<Result> {
  return inLine(async () => {
    const stream = unpacker();
    try {
      stream.end(body);
      return await read(stream);
    } finally {
      stream.destroy();
    }
  });
}
