import { readFileSync } from 'node:fs';

/** A file of a release. */
export interface PackagedFile {
  readonly path: string;
  readonly content: Buffer;
  readonly isExecutable?: boolean;
}

/** A text as Windows programs write it: lines end with CRLF, and a byte order mark tells Notepad the encoding. */
export function windowsText(
  file: string,
  { encoding = 'utf8' as BufferEncoding, mark = '\ufeff' } = {},
): Buffer {
  const text = readFileSync(file, 'utf8').replace(/\r?\n/g, '\r\n');
  return Buffer.from(`${mark}${text}`, encoding);
}
