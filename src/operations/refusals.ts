import type { AuditEntry } from './audit-entry.ts';

/** How many refusals are listed in a window, of one address and of all; the others are counted. */
const WINDOW_MS = 60_000;
const LISTED_OF_ONE = 30;
const LISTED_OF_ALL = 300;

/** Writes refusals, as long as there are not too many. */
export interface Refusals {
  record(entry: AuditEntry): void;
  /** Writes how many have not been listed yet. */
  close(): void;
}

/**
 * Keeps those who are refused as often as they like from pushing out of the audit log what was there before, since its files
 * begin anew at a size: the first refusals of a minute are listed, of the others one entry for each event says how many.
 */
export function limitRefusals(write: (entry: AuditEntry) => void): Refusals {
  const listed = new Map<string, number>();
  const counted = new Map<string, { readonly entry: AuditEntry; count: number }>();
  let left = LISTED_OF_ALL;
  let timer: NodeJS.Timeout | undefined;

  function isListed({ address = '' }: AuditEntry): boolean {
    const before = listed.get(address) ?? 0;
    if (left === 0 || before === LISTED_OF_ONE) return false;
    left -= 1;
    listed.set(address, before + 1);
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
