import { accessSync, constants, opendirSync, readFileSync } from 'node:fs';

/** How files are read; replaced in tests. Throws as `readFileSync` does. */
export type ReadFile = (path: string) => Uint8Array;

export const readFromDisk: ReadFile = (path) => readFileSync(path);

/** Throws the system's error when this is not a folder, or not writable; replaced in tests. */
export type CheckFolder = (path: string) => void;

export const checkOnDisk: CheckFolder = (path) => {
  opendirSync(path).closeSync();
  accessSync(path, constants.W_OK);
};

/** The text of a file, or why it is not text. `text` is what could be read, to find the place of the issue. */
export type DecodedText =
  | { readonly encoding: 'utf-8'; readonly text: string }
  | { readonly encoding: 'utf-16' }
  | { readonly encoding: 'other'; readonly text: string };

const REPLACEMENT = '\uFFFD';

/** UTF-16 with a mark, or without: then every other byte of a Latin text is zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked || (bytes.length > 1 && (first === 0) !== (second === 0));
}

/** Decodes UTF-8, with or without a byte order mark, as Notepad and others write it. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (isUtf16(bytes)) return { encoding: 'utf-16' };
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: 'other', text: new TextDecoder('utf-8').decode(bytes) };
  }
}

/** The place of the first undecodable byte in the text of encoding `other`, in characters. */
export function firstUndecodable(text: string): number {
  return Math.max(text.indexOf(REPLACEMENT), 0);
}

/** The code of a file error (ENOENT, EISDIR, EACCES…), for the console. */
export function fileErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
