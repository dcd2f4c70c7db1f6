import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import pLimit from 'p-limit';

/** Bodies that are unpacked at one time: each takes up to 20 MB, and tens of milliseconds of a core for 4 MB. */
const AT_ONCE = 2;
/** Those that wait for that. */
const WAITING = 100;

export type Unpacked =
  | { readonly bytes: Buffer }
  /** It is more than was asked for. */
  | { readonly isTooLarge: true }
  /** Too many wait already: nothing was looked at. */
  | { readonly isPutOff: true }
  /** It is not what it says. */
  | { readonly fault: string };

/** Unpacks a whole body, to so many bytes at most. */
export type Unpack = (body: Buffer, limit: number) => Promise<Unpacked>;

type Algorithm = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const inLine = pLimit(AT_ONCE);

function unpackBy(algorithm: Algorithm): Unpack {
  return async (body, limit) => {
    if (inLine.pendingCount >= WAITING) return { isPutOff: true };
    try {
      return { bytes: await inLine(() => algorithm(body, { maxOutputLength: limit })) };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return code === 'ERR_BUFFER_TOO_LARGE' ? { isTooLarge: true } : { fault: message };
    }
  };
}

/** By the name of the encoding (RFC 9110 §8.4.1). */
export const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: unpackBy(promisify(gunzip)),
  deflate: unpackBy(promisify(inflate)),
  br: unpackBy(promisify(brotliDecompress)),
};
