import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** The files that `calculate` reads. */
const TABLE = /\.(csv|tsv|txt|xlsx|xlsm)$/i;

export function isTableName(file: string): boolean {
  return TABLE.test(file);
}

/** Whether all arguments are files, as Explorer passes those dropped on the program. */
export function areFiles(args: readonly string[], cwd: string): boolean {
  const [first = ''] = args;
  return isFile(first, cwd) && !args.some((typed) => typed.startsWith('-'));
}

/** Whether the text in place of a command is a file, or looks like a missing one. */
export function isFile(typed: string, cwd: string): boolean {
  if (typed === '') return false;
  const looksLikeOne = /[\\/]/.test(typed) || isTableName(typed);
  return looksLikeOne || (statSync(resolve(cwd, typed), { throwIfNoEntry: false })?.isFile() ?? false);
}
