import { missingFolder } from '../../make-folder.ts';
import type { ErrorExplanation } from '../dialect.ts';

type Explain = (file: string) => ErrorExplanation;

const locked: Explain = (file) => ({
  kind: 'conflict',
  message: `${file} is locked by another program. End it, or wait.`,
});
const corrupt: Explain = (file) => ({ kind: 'corrupt', message: damaged(file) });
const full: Explain = (file) => ({
  kind: 'unavailable',
  message: `The disk of ${file} is full. Make room on it.`,
});
const forbidden: Explain = (file) => ({
  kind: 'refused',
  message: `This user may not write ${file}. Give it the right, or set database.file to another place.`,
});
const inFile: Explain = (file) => ({ kind: 'refused', message: `The folder of ${file} is not a folder.` });

/** The meaning of primary result codes (sqlite.org/rescode.html). */
const byResult: ReadonlyMap<number, Explain> = new Map([
  [5, locked],
  [6, locked],
  [
    8,
    (file) => ({
      kind: 'refused',
      message: `${file} cannot be written. Give this user the right to write the file and its folder.`,
    }),
  ],
  [
    10,
    (file) => ({
      kind: 'unavailable',
      message: `${file} cannot be read or written: the disk reports an error.`,
    }),
  ],
  [11, corrupt],
  [13, full],
  [
    14,
    (file) => ({
      kind: 'refused',
      message: `${file} cannot be opened. Check that it is a file and that this user may read and write it and its folder.`,
    }),
  ],
  [26, corrupt],
]);

const noFolder: Explain = (file) => ({
  kind: 'refused',
  message: `The folder of ${file} cannot be made: ${missingFolder(file) ?? file} is not there. Connect the drive or the share, or set database.file to another place.`,
});

/** Errors of creating the file and its folder, by Node's code. */
const byCode: ReadonlyMap<string, Explain> = new Map([
  ['EACCES', forbidden],
  ['EPERM', forbidden],
  ['EROFS', forbidden],
  ['EISDIR', (file) => ({ kind: 'refused', message: `${file} is a folder. Set database.file to a file.` })],
  ['ENOTDIR', inFile],
  ['EEXIST', inFile],
  ['ENOENT', noFolder],
  // Windows, for a missing share.
  ['UNKNOWN', noFolder],
  ['ENOSPC', full],
]);

function damaged(file: string): string {
  return `${file} is damaged or is not a database. Restore it from a backup, or move it away to start with an empty one.`;
}

interface DriverError {
  readonly code?: unknown;
  readonly errcode?: unknown;
  readonly message: string;
}

/** The meaning of an error of node:sqlite, or of opening the file. */
export function explainError(error: unknown, file: string): ErrorExplanation | null {
  if (!(error instanceof Error)) return null;
  const { code, errcode, message }: DriverError = error;
  if (typeof errcode !== 'number') return byCode.get(String(code))?.(file) ?? null;
  if (message.startsWith('no such table')) return { kind: 'missing-table', message };
  return byResult.get(errcode & 0xff)?.(file) ?? null;
}
