import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { type LineFileSettings, LOG_MODE, rotatingFile } from './rotating-file.ts';

/** A file that takes lines and outlives a full disk: it says so, keeps what fits, and tries again. */
export interface LineFile {
  /** @param line with its line end */
  write(line: string): void;
  /** False from a failed write until one succeeds. */
  readonly isWritable: boolean;
  /** Writes out what is pending. */
  close(): Promise<void>;
}

/** The file cannot be opened at the start (exit code 1). */
export class LogFileError extends Error {
  override readonly name = 'LogFileError';
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`the log file ${file} cannot be opened: ${(cause as Error).message}`, { cause });
    this.file = file;
  }
}

/** Lines wait this long for others: under load one write takes many. */
const BATCH_MS = 10;
/** Between two attempts to write to a disk that has refused. */
const RETRY_MS = 2_000;
/** What is kept of the lines that cannot be written; of more, the last ones are lost. */
const KEPT_CHARACTERS = 1_000_000;

/**
 * @param report called with each change for the worse or the better
 * @throws {LogFileError}
 */
export function openLineFile(settings: LineFileSettings, report: (text: string) => void): LineFile {
  touch(settings.file);
  const file = rotatingFile(settings);
  let pending = '';
  let lost = 0;
  let isWritable = true;
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function schedule(): void {
    if (!writing) timer ??= setTimeout(flush, isWritable ? BATCH_MS : RETRY_MS);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (pending === '') return;
    const text = pending;
    pending = '';
    writing = file
      .append(text)
      .then(written, (error: Error) => keep(text, error))
      .then(() => {
        writing = null;
        if (pending !== '') schedule();
      });
  }

  function keep(text: string, error: Error): void {
    if (isWritable) report(`${settings.file} cannot be written: ${error.message}`);
    isWritable = false;
    pending = text + pending;
  }

  function written(): void {
    if (!isWritable) report(`${settings.file} is written again, ${lost} lines are lost`);
    isWritable = true;
    lost = 0;
  }

  return {
    get isWritable() {
      return isWritable;
    },
    write(line) {
      if (!isWritable && pending.length > KEPT_CHARACTERS) {
        lost += 1;
        return;
      }
      pending += line;
      schedule();
    },
    async close() {
      await writing;
      flush();
      await writing;
      clearTimeout(timer);
      await file.close();
    },
  };
}

/** @throws {LogFileError} */
function touch(file: string): void {
  try {
    makeFolder(dirname(file));
    closeSync(openSync(file, 'a', LOG_MODE));
  } catch (error) {
    throw new LogFileError(file, error);
  }
}
