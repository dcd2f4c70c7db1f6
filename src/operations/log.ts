import type { Writable } from 'node:stream';
import pino from 'pino';
import { type LineFileSettings, openLineFile } from './line-file.ts';
import { describeError, oneLine } from './one-line.ts';
import { createStamp } from './timestamp.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** The `log` part of the configuration. */
export interface LogSettings extends LineFileSettings {
  readonly level: LogLevel;
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
  /** False while lines do not reach the file. */
  readonly isWritable: boolean;
  /** Writes out what is pending. */
  close(): Promise<void>;
}

/**
 * Opens the log: every line in the file in the contract's form (§9), `date time, thread : text`, where the thread is the
 * id of the request; warnings and errors have their level in front of the text. The console gets what concerns the server
 * as a whole: all but the lines of requests, unless they warn.
 *
 * @throws {LogFileError}
 */
export function openLog(settings: LogSettings, console: Writable | null): OpenLog {
  const file = openLineFile(settings, (text) => console?.write(`log: ${text}\n`));
  const logger = pino(
    { level: settings.level, base: null, timestamp: false },
    lineWriter(file.write, console),
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
    get isWritable() {
      return file.isWritable;
    },
    close: () => file.close(),
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
