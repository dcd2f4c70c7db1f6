import { appendFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { type LineFileSettings, LogFileError, openLineFile } from './line-file.ts';
import { oneLine } from './one-line.ts';

/** What is recorded for those who look later who did what. Never a password, a token or the id of a session. */
export interface AuditEntry {
  readonly event: AuditEvent;
  readonly outcome: 'accepted' | 'refused' | 'paused' | 'done' | 'failed';
  /** Who; null for somebody without a name that we know. */
  readonly user?: string | null;
  /** From where, in front of the trusted proxies. */
  readonly address?: string;
  /** The id of the request, as in the log. */
  readonly request?: string;
  readonly detail?: string;
}

export type AuditEvent =
  | 'start'
  | 'stop'
  | 'sign-in'
  | 'one-time-link'
  | 'session-end'
  | 'api-token'
  | 'database-adoption'
  | 'tax-year-import'
  | 'tax-years-change'
  | 'configuration-reload';

export interface Audit {
  record(entry: AuditEntry): void;
  /** False while entries do not reach the file. */
  readonly isWritable: boolean;
  /** Writes out what is pending. */
  close(): Promise<void>;
}

/**
 * Opens the audit log: one JSON object a line.
 *
 * @param report called when it can no longer be written, and when it can again
 * @throws {LogFileError}
 */
export function openAudit(settings: LineFileSettings, report: (text: string) => void): Audit {
  const file = openLineFile(settings, report);
  return {
    record: (entry) => file.write(auditLine(entry, new Date())),
    get isWritable() {
      return file.isWritable;
    },
    close: () => file.close(),
  };
}

/**
 * Records one entry from a command, while the server may have the file open: only the server begins new files.
 *
 * @throws {LogFileError}
 */
export function appendAudit(file: string, entry: AuditEntry): void {
  try {
    makeFolder(dirname(file));
    appendFileSync(file, auditLine(entry, new Date()));
  } catch (error) {
    throw new LogFileError(file, error);
  }
}

/** More than any name or reason of ours; who writes novels into a form does not fill the disk. */
const MAX_CHARACTERS = 200;

/** The entry on a line of its own: nothing in it can end the line, or rewrite it on a terminal. */
export function auditLine(entry: AuditEntry, time: Date): string {
  const json = JSON.stringify({ time: time.toISOString(), ...entry }, (_, value) =>
    typeof value === 'string' ? value.slice(0, MAX_CHARACTERS) : value,
  );
  return `${oneLine(json)}\n`;
}
