import { closeSync, openSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';
import { makeFolder } from '../make-folder.ts';

/** A text file that begins anew at a size; `file` is absolute. */
export interface LineFileSettings {
  readonly file: string;
  /** Bytes after which a new file is begun. */
  readonly max_size: number;
  /** Former files that are kept beside the current one. */
  readonly keep: number;
}

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
  let stream: RotatingFileStream | null = null;
  let pending = '';
  /** What has been tried in vain, older than what is pending. */
  let refused = '';
  let lost = 0;
  let isWritable = true;
  let timer: NodeJS.Timeout | undefined;

  function schedule(): void {
    timer ??= setTimeout(flush, isWritable ? BATCH_MS : RETRY_MS);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const text = refused + pending;
    if (text === '') return;
    refused = '';
    pending = '';
    stream ??= open();
    stream.write(text, (error) => (error ? keep(text, error) : written()));
  }

  function open(): RotatingFileStream {
    const { file, max_size, keep: rotate } = settings;
    const opened = createStream(basename(file), { path: dirname(file), size: `${max_size}B`, rotate });
    // The write that fails says so too.
    opened.on('error', () => undefined);
    return opened;
  }

  function keep(text: string, error: Error): void {
    if (isWritable) report(`${settings.file} cannot be written: ${error.message}`);
    isWritable = false;
    stream = null;
    refused += text;
    schedule();
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
      if (!isWritable && refused.length + pending.length > KEPT_CHARACTERS) {
        lost += 1;
        return;
      }
      pending += line;
      schedule();
    },
    close: () =>
      new Promise((resolve) => {
        flush();
        clearTimeout(timer);
        if (!stream || stream.destroyed) return resolve();
        stream.once('close', () => resolve());
        stream.end();
      }),
  };
}

/** @throws {LogFileError} */
function touch(file: string): void {
  try {
    makeFolder(dirname(file));
    closeSync(openSync(file, 'a'));
  } catch (error) {
    throw new LogFileError(file, error);
  }
}
