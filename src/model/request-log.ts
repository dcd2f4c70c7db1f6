import type { LogText } from './log-text.ts';

/** Lines of the log, each with the id of its request. */
export interface RequestLog {
  info(text: string, requestId: string): void;
  /** The same of somebody who has not signed in; too many of a minute are counted only. */
  infoOfStranger(text: string, requestId: string, address: string): void;
  /** Something for the administrator to put right. */
  warn(text: LogText): void;
  error(failure: unknown, requestId: string): void;
}
