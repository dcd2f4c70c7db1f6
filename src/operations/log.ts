import type { Writable } from 'node:stream';
import pino from 'pino';
import { inLanguage, isBothLanguages, type LogText } from '../model/log-text.ts';
import { openLineFile } from './line-file.ts';
import { describeError, oneLine } from './one-line.ts';
import type { LineFileSettings } from './rotating-file.ts';
import { createStamp } from './timestamp.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** The `log` part of the configuration. */
export interface LogSettings extends LineFileSettings {
  readonly level: LogLevel;
  readonly language: 'fr' | 'en';
  /** Of the person at the console. */
  readonly consoleLanguage: 'fr' | 'en';
}

/** What the layers write to. A line that belongs to a request carries its id. */
export interface Log {
  debug(text: LogText, requestId?: string): void;
  info(text: LogText, requestId?: string): void;
  warn(text: LogText, requestId?: string): void;
  /** A text, in both languages or as it is, or an error with its causes. */
  error(failure: unknown, requestId?: string): void;
}

export interface OpenLog extends Log {
  setLevel(level: LogLevel): void;
  /** An error of which the console is told in another way. */
  errorInFile(text: string): void;
  /** From now on the console follows what happens; before, it gets warnings and errors only. */
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
  const inFile = (text: LogText) => inLanguage(text, settings.language);
  const onConsole = (text: LogText) => inLanguage(text, settings.consoleLanguage);
  const file = openLineFile(settings, (text) => {
    console?.write(`log: ${onConsole(text)}\n`);
    logger.warn({ isInFileOnly: true }, inFile(text));
  });
  let isFollowed = false;
  const logger = pino(
    { level: settings.level, base: null, timestamp: false },
    lineWriter(file.write, (line, { level, context }) => {
      const isNews = isFollowed && context.thread === undefined;
      if ((isNews || level >= WARN) && !context.isInFileOnly) console?.write(line());
    }),
  );
  const write = (level: LogLevel) => (text: LogText, thread?: string) =>
    logger[level]({ thread, onConsole: onConsole(text) }, inFile(text));
  const writeError = write('error');
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: (failure, thread) => writeError(isText(failure) ? failure : describeError(failure), thread),
    errorInFile: (text) => logger.error({ isInFileOnly: true }, text),
    followOnConsole() {
      isFollowed = true;
    },
    setLevel(level) {
      logger.level = level;
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

const LEVEL_NAMES: Readonly<Record<number, string>> = { 20: '[debug] ', 40: '[warning] ', 50: '[error] ' };
const WARN = 40;

interface Context {
  readonly thread?: string;
  readonly isInFileOnly?: boolean;
  /** The text in the language of the console. */
  readonly onConsole?: string;
}

/** Longer than any answer that is logged whole, and than any stack. */
const MAX_CHARACTERS = 10_000;

function bounded(text: string): string {
  return text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}… (${text.length})`;
}

/** A pino destination that writes the contract's lines from the record itself instead of its JSON. */
function lineWriter(
  writeLine: (line: string) => void,
  show: (line: () => string, record: { level: number; context: Context }) => void,
) {
  const stamp = createStamp();
  return {
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 0,
    lastMsg: '',
    lastObj: {} as Context,
    write(this: { lastLevel: number; lastMsg: string; lastObj: Context }): void {
      const { lastLevel: level, lastMsg, lastObj: context } = this;
      const inLine = (text: string) => `${LEVEL_NAMES[level] ?? ''}${oneLine(bounded(text))}`;
      const time = stamp();
      writeLine(`${time}, ${context.thread ?? 'MainThread'} : ${inLine(lastMsg)}\n`);
      const line = () => `${time.slice(11, 19)}  ${inLine(context.onConsole ?? lastMsg)}\n`;
      show(line, { level, context });
    },
  };
}
