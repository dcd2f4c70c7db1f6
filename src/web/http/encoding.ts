import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request } from 'express';

/** The encodings of answers, the preferred one first. */
const ENCODINGS = ['br', 'gzip'] as const;

export type Encoding = (typeof ENCODINGS)[number] | 'identity';

export function acceptedEncoding(req: Request): Encoding {
  return ENCODINGS.find((encoding) => req.acceptsEncodings(encoding)) ?? 'identity';
}

/** Compresses a text made for one answer: fast, because it is not sent again. */
export const encode: Readonly<Record<Encoding, (text: string) => Uint8Array | string>> = {
  br: (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text) => gzipSync(text),
  identity: (text) => text,
};
