import type { AuditEntry } from './audit-entry.ts';

const WINDOW_MS = 60_000;
/** Entries that are listed in a window, of one client and of all; the others are counted. */
const LISTED_OF_ONE = 30;
const LISTED_OF_ALL = 300;

/** Writes entries, as long as there are not too many. */
export interface RateLimitedEntries {
  record(entry: AuditEntry): void;
  /** Writes how many have not been listed yet. */
  close(): void;
}

/**
 * Keeps those who make entries as often as they like from pushing out of the audit log what was there before, since its files
 * begin anew at a size: the first entries of a minute are listed, of the others one entry for each event says how many.
 *
 * @param clientOf whose entries are bounded together
 */
export function limitEntries(
  write: (entry: AuditEntry) => void,
  clientOf: (entry: AuditEntry) => string,
): RateLimitedEntries {
  const listed = new Map<string, number>();
  const counted = new Map<string, { readonly entry: AuditEntry; count: number }>();
  let left = LISTED_OF_ALL;
  let timer: NodeJS.Timeout | undefined;

  function isListed(entry: AuditEntry): boolean {
    const client = clientOf(entry);
    const before = listed.get(client) ?? 0;
    if (left === 0 || before === LISTED_OF_ONE) return false;
    left -= 1;
    listed.set(client, before + 1);
    return true;
  }

  function count({ event, outcome }: AuditEntry): void {
    const key = `${event} ${outcome}`;
    const more = counted.get(key) ?? { entry: { event, outcome }, count: 0 };
    more.count += 1;
    counted.set(key, more);
  }

  function endWindow(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const { entry, count } of counted.values())
      write({ ...entry, detail: `${count} more within a minute, not listed` });
    listed.clear();
    counted.clear();
    left = LISTED_OF_ALL;
  }

  return {
    record(entry) {
      timer ??= setTimeout(endWindow, WINDOW_MS).unref();
      if (isListed(entry)) write(entry);
      else count(entry);
    },
    close: endWindow,
  };
}
