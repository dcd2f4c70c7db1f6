import { closeSync, mkdirSync, openSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Writable } from 'node:stream';
import pino from 'pino';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';
import { describeError, oneLine } from './one-line.ts';
import { createStamp } from './timestamp.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** The `log` part of the configuration; `file` is absolute. */
export interface LogSettings {
  readonly file: string;
  readonly level: LogLevel;
  /** Bytes after which a new file is begun. */
  readonly max_size: number;
  /** Former files that are kept beside the current one. */
  readonly keep: number;
}

/** What the layers write to. A line that belongs to a request carries its id. */
export interface Log {
  debug(text: string, requestId?: string): void;
  info(text: string, requestId?: string): void;
  warn(text: string, requestId?: string): void;
  /** A text, or an error with its causes. */
  error(failure: unknown, requestId?: string): void;
}

export interface OpenLog extends Log {
  setLevel(level: LogLevel): void;
  /** Writes out what is pending. */
  close(): Promise<void>;
}

/** The log file cannot be opened (exit code 1). */
export class LogFileError extends Error {
  override readonly name = 'LogFileError';
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`the log file ${file} cannot be opened: ${(cause as Error).message}`, { cause });
    this.file = file;
  }
}

/**
 * Opens the log: every line in the file in the contract's form (§9), `date time, thread : text`, where the thread is the
 * id of the request; warnings and errors have their level in front of the text. The console gets what concerns the server
 * as a whole: all but the lines of requests, unless they warn.
 *
 * @throws {LogFileError}
 */
export function openLog(settings: LogSettings, console: Writable | null): OpenLog {
  const file = openFile(settings, console);
  const lines = batchedLines(file);
  const logger = pino(
    { level: settings.level, base: null, timestamp: false },
    lineWriter(lines.write, console),
  );
  const write = (level: LogLevel) => (text: string, thread?: string) => logger[level]({ thread }, text);
  const writeError = write('error');
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: (failure, thread) => writeError(describeError(failure), thread),
    setLevel(level) {
      logger.level = level;
    },
    close: () =>
      new Promise((resolve) => {
        lines.flush();
        if (file.destroyed) resolve();
        else file.end(() => resolve());
      }),
  };
}

function openFile({ file, max_size, keep }: LogSettings, console: Writable | null): RotatingFileStream {
  try {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'a'));
  } catch (error) {
    throw new LogFileError(file, error);
  }
  const stream = createStream(basename(file), {
    path: dirname(file),
    size: `${max_size}B`,
    rotate: keep,
  });
  // A full disk must not end the server: it goes on without this line.
  stream.on('error', (error) => console?.write(`log: ${error.message}\n`));
  return stream;
}

/** Lines wait this long for others: under load one write takes many. */
const BATCH_MS = 10;

function batchedLines(file: Writable): { write: (line: string) => void; flush: () => void } {
  let pending = '';
  function flush(): void {
    if (pending !== '') file.write(pending);
    pending = '';
  }
  return {
    write(line) {
      if (pending === '') setTimeout(flush, BATCH_MS);
      pending += line;
    },
    flush,
  };
}

const LEVEL_NAMES: Readonly<Record<number, string>> = { 20: '[debug] ', 40: '[warning] ', 50: '[error] ' };
const WARN = 40;

/** A pino destination that writes the contract's lines from the record itself instead of its JSON. */
function lineWriter(writeLine: (line: string) => void, console: Writable | null) {
  const stamp = createStamp();
  return {
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 0,
    lastMsg: '',
    lastObj: {} as { thread?: string },
    write(this: { lastLevel: number; lastMsg: string; lastObj: { thread?: string } }): void {
      const { lastLevel: level, lastMsg, lastObj } = this;
      const text = `${LEVEL_NAMES[level] ?? ''}${oneLine(lastMsg)}`;
      const time = stamp();
      writeLine(`${time}, ${lastObj.thread ?? 'MainThread'} : ${text}\n`);
      if (lastObj.thread === undefined || level >= WARN) console?.write(`${time.slice(11, 19)}  ${text}\n`);
    },
  };
}
