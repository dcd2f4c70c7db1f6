import type { Writable } from 'node:stream';
import type { Language } from '../model/language.ts';
import { inLanguage, isBothLanguages, type LogText } from '../model/log-text.ts';
import { openLineFile } from './line-file.ts';
import { describeError, oneLine } from './one-line.ts';
import type { LineFileSettings } from './rotating-file.ts';
import { createStamp } from './timestamp.ts';

/** By their weight. */
const LEVELS = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 } as const;

export type LogLevel = keyof typeof LEVELS;

/** The `log` part of the configuration. */
export interface LogSettings extends LineFileSettings {
  readonly level: LogLevel;
  readonly language: Language;
  /** Of the person at the console. */
  readonly consoleLanguage: Language;
}

/** The log for the other rooms. A line of a request has its id. */
export interface Log {
  debug(text: LogText, requestId?: string): void;
  info(text: LogText, requestId?: string): void;
  warn(text: LogText, requestId?: string): void;
  /** A text, in both languages or as it is, or an error with its causes. */
  error(failure: unknown, requestId?: string): void;
}

export interface OpenLog extends Log {
  setLevel(level: LogLevel): void;
  /** An error that the console shows in another form. */
  errorInFile(text: string): void;
  /** From now on the console shows all lines; before, only warnings and errors. */
  followOnConsole(): void;
  /** False while lines do not reach the file. */
  readonly isWritable: boolean;
  /** Lines dropped since the start, because the disk was too slow or refused them. */
  readonly lostLines: number;
  /** Writes out what is pending. */
  close(): Promise<void>;
}

/**
 * Opens the log: every line in the file in the contract's form (§9), `date time, thread : text`, where the thread is the
 * id of the request; warnings and errors have their level in front of the text. The console gets what concerns the server
 * as a whole: all but the lines of requests, unless they warn. Until {@link OpenLog.followOnConsole} it gets nothing else.
 * What the contract does not word is in one language in the file, and in that of the person on the console.
 *
 * @throws {LogFileError}
 */
export function openLog(settings: LogSettings, console: Writable | null): OpenLog {
  const file = openLineFile(settings, (text) => {
    console?.write(`log: ${inLanguage(text, settings.consoleLanguage)}\n`);
    writeInFile('warn', text);
  });
  const stamp = createStamp();
  let least: number = LEVELS[settings.level];
  let isFollowed = false;

  function write(level: LogLevel, text: LogText, thread?: string): void {
    const time = writeInFile(level, text, thread);
    const isNews = isFollowed && thread === undefined;
    if (!console || time === null || !(isNews || LEVELS[level] >= LEVELS.warn)) return;
    console.write(`${time.slice(11, 19)}  ${lineOf(level, inLanguage(text, settings.consoleLanguage))}\n`);
  }

  /** The time on the line; null when its level is not written. */
  function writeInFile(level: LogLevel, text: LogText, thread = 'MainThread'): string | null {
    if (LEVELS[level] < least) return null;
    const time = stamp();
    file.write(`${time}, ${thread} : ${lineOf(level, inLanguage(text, settings.language))}\n`);
    return time;
  }

  return {
    debug: (text, thread) => write('debug', text, thread),
    info: (text, thread) => write('info', text, thread),
    warn: (text, thread) => write('warn', text, thread),
    error: (failure, thread) => write('error', isText(failure) ? failure : describeError(failure), thread),
    errorInFile: (text) => {
      writeInFile('error', text);
    },
    followOnConsole() {
      isFollowed = true;
    },
    setLevel(level) {
      least = LEVELS[level];
    },
    get isWritable() {
      return file.isWritable;
    },
    get lostLines() {
      return file.lostLines;
    },
    close: () => file.close(),
  };
}

function isText(failure: unknown): failure is LogText {
  return typeof failure === 'string' || (!(failure instanceof Error) && isBothLanguages(failure));
}

/** The word before a text; nothing before the contract's lines. */
const LEVEL_NAMES: Partial<Record<LogLevel, string>> = {
  debug: '[debug] ',
  warn: '[warning] ',
  error: '[error] ',
};

function lineOf(level: LogLevel, text: string): string {
  return `${LEVEL_NAMES[level] ?? ''}${oneLine(bounded(text))}`;
}

/** Longer than any answer logged whole, and than any stack. */
const MAX_CHARACTERS = 10_000;

function bounded(text: string): string {
  return text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}… (${text.length})`;
}
