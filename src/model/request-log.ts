import type { LogText } from './log-text.ts';

/** Lines of the log, each with the id of its request. */
export interface RequestLog {
  info(text: string, requestId: string): void;
  /** The same for a stranger; lines beyond a rate are only counted. */
  infoOfStranger(text: string, requestId: string, address: string): void;
  /** A problem for the administrator to solve. */
  warn(text: LogText): void;
  error(failure: unknown, requestId: string): void;
}
