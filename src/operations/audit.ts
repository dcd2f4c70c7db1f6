import { appendFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import type { LogText } from '../model/log-text.ts';
import type { AuditEntry } from './audit-entry.ts';
import { limitEntries } from './audit-rate-limit.ts';
import { LogFileError, openLineFile } from './line-file.ts';
import { oneLine } from './one-line.ts';
import { type LineFileSettings, LOG_MODE } from './rotating-file.ts';

export interface Audit {
  /** Entries caused by clients are only counted beyond a rate. */
  record(entry: AuditEntry): void;
  /** False while entries do not reach the file. */
  readonly isWritable: boolean;
  /** Entries dropped since the start, because the disk was too slow or refused them. */
  readonly lostLines: number;
  /** Writes out what is pending. */
  close(): Promise<void>;
}

/**
 * Opens the audit log: one JSON object a line.
 *
 * @param report called when it can no longer be written, and when it can again
 * @throws {LogFileError}
 */
export function openAudit(settings: LineFileSettings, report: (text: LogText) => void): Audit {
  const file = openLineFile(settings, report);
  const write = (entry: AuditEntry) => file.write(auditLine(entry, new Date()));
  const refused = limitEntries(write, ({ address }) => `${address}`);
  const served = limitEntries(write, ({ address, user }) => `${address} ${user}`);

  /** Where an entry goes: those caused by clients are limited, those about the server are not. */
  function limitOf({ address, outcome }: AuditEntry): Pick<Audit, 'record'> {
    if (address === undefined) return { record: write };
    return outcome === 'accepted' || outcome === 'done' ? served : refused;
  }

  return {
    record: (entry) => limitOf(entry).record(entry),
    get isWritable() {
      return file.isWritable;
    },
    get lostLines() {
      return file.lostLines;
    },
    close() {
      refused.close();
      served.close();
      return file.close();
    },
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
    appendFileSync(file, auditLine(entry, new Date()), { mode: LOG_MODE });
  } catch (error) {
    throw new LogFileError(file, error);
  }
}

/** Longer than any name or reason of ours, so that clients cannot fill the disk. */
const MAX_CHARACTERS = 200;

/** The entry on its own line: nothing in it can end the line, or rewrite it on a terminal. */
export function auditLine(entry: AuditEntry, time: Date): string {
  const json = JSON.stringify({ time: time.toISOString(), ...entry }, (_, value) =>
    typeof value === 'string' ? value.slice(0, MAX_CHARACTERS) : value,
  );
  return `${oneLine(json)}\n`;
}
