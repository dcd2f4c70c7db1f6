import type { Explanation } from '../dialect.ts';

/** Primary result codes (sqlite.org/rescode.html) and what they mean for us. */
const byCode: Record<number, (file: string) => Explanation> = {
  5: (file) => ({ kind: 'conflict', message: `${file} is locked by another program. End it, or wait.` }),
  6: (file) => ({ kind: 'conflict', message: `${file} is locked by another program. End it, or wait.` }),
  8: (file) => ({
    kind: 'refused',
    message: `${file} cannot be written. Give this user the right to write the file and its folder.`,
  }),
  10: (file) => ({
    kind: 'unavailable',
    message: `${file} cannot be read or written: the disk reports an error.`,
  }),
  11: (file) => ({ kind: 'corrupt', message: damaged(file) }),
  13: (file) => ({ kind: 'unavailable', message: `The disk of ${file} is full. Make room on it.` }),
  14: (file) => ({
    kind: 'refused',
    message: `${file} cannot be opened. Check that it is a file and that this user may read and write it and its folder.`,
  }),
  26: (file) => ({ kind: 'corrupt', message: damaged(file) }),
};

const byFileError: Record<string, (file: string) => Explanation> = {
  EACCES: (file) => ({
    kind: 'refused',
    message: `This user may not write ${file}. Give it the right, or set database.file to another place.`,
  }),
  EISDIR: (file) => ({ kind: 'refused', message: `${file} is a folder. Set database.file to a file.` }),
  ENOTDIR: (file) => ({ kind: 'refused', message: `The folder of ${file} is not a folder.` }),
  ENOSPC: (file) => ({ kind: 'unavailable', message: `The disk of ${file} is full. Make room on it.` }),
};
byFileError.EPERM = byFileError.EROFS = byFileError.EACCES as (file: string) => Explanation;
byFileError.EEXIST = byFileError.ENOTDIR as (file: string) => Explanation;

const FOREIGN_KEY = 787;

function damaged(file: string): string {
  return `${file} is damaged or is not a database. Restore it from a backup, or move it away to start with an empty one.`;
}

interface DriverError {
  readonly code?: unknown;
  readonly errcode?: unknown;
  readonly message: string;
}

/** What an error of node:sqlite, or of opening the file, means. */
export function explainError(error: unknown, file: string): Explanation | null {
  if (!(error instanceof Error)) return null;
  const { code, errcode, message }: DriverError = error;
  if (typeof errcode !== 'number') return byFileError[String(code)]?.(file) ?? null;
  if (errcode === FOREIGN_KEY) return { kind: 'missing-parent', message };
  if (message.startsWith('no such table')) return { kind: 'missing-table', message };
  return byCode[errcode & 0xff]?.(file) ?? null;
}
