import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import type { LogText } from '../model/log-text.ts';
import { type LineFileSettings, LOG_MODE, rotatingFile } from './rotating-file.ts';

/** A file of lines that survives a full or slow disk: it reports it, keeps what fits, and tries again. */
export interface LineFile {
  /** @param line with its line end */
  write(line: string): void;
  /** False from a failed write or a dropped line until a write succeeds. */
  readonly isWritable: boolean;
  /** Lines dropped since the file was opened, because they came faster than they could be written. */
  readonly lostLines: number;
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

/** Lines wait this long for others, so that one write takes many under load. */
const BATCH_MS = 10;
/** The time between attempts to write to a disk that refused. */
export const RETRY_MS = 2_000;
/** Characters that wait for a slow or full disk, at most; further lines are dropped. */
const PENDING_CHARACTERS = 1_000_000;

/**
 * @param report called when the file stops or starts working
 * @throws {LogFileError}
 */
export function openLineFile(settings: LineFileSettings, report: (text: LogText) => void): LineFile {
  touch(settings.file);
  const file = rotatingFile(settings);
  let pending = '';
  let lost = 0;
  let lostBefore = 0;
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
    if (isWritable) report(texts.broken(settings.file, error.message));
    isWritable = false;
    pending = text + pending;
  }

  function written(): void {
    const text = isWritable ? texts.lost(settings.file, lost) : texts.back(settings.file, lost);
    const isNews = !isWritable || lost > 0;
    isWritable = true;
    lostBefore += lost;
    lost = 0;
    if (isNews) report(text);
  }

  return {
    get isWritable() {
      return isWritable && lost === 0;
    },
    get lostLines() {
      return lostBefore + lost;
    },
    write(line) {
      if (pending.length + line.length > PENDING_CHARACTERS) {
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

const texts = {
  broken: (file: string, reason: string) => ({
    fr: `${file} ne peut plus être écrit : ${reason}`,
    en: `${file} cannot be written: ${reason}`,
  }),
  lost: (file: string, lines: number) => ({
    fr: `${file} : ${lines} lignes sont perdues, il en venait plus qu'il ne pouvait en être écrit`,
    en: `${file}: ${lines} lines are lost, more came than could be written`,
  }),
  back: (file: string, lines: number) => ({
    fr: `${file} est écrit à nouveau, ${lines} lignes sont perdues`,
    en: `${file} is written again, ${lines} lines are lost`,
  }),
} as const;

/** @throws {LogFileError} */
function touch(file: string): void {
  try {
    makeFolder(dirname(file));
    closeSync(openSync(file, 'a', LOG_MODE));
  } catch (error) {
    throw new LogFileError(file, error);
  }
}
