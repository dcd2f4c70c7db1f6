import type { AuditEntry } from './audit-entry.ts';
import { MinuteShares } from './minute-shares.ts';

/** Entries listed in a minute; further ones are counted. */
const LISTED = { ofOne: 30, ofAll: 300 };

/** Writes entries up to a rate. */
export interface RateLimitedEntries {
  record(entry: AuditEntry): void;
  /** Writes the number of entries not listed yet. */
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
  const counted = new Map<string, { readonly entry: AuditEntry; count: number }>();
  const shares = new MinuteShares(LISTED, writeCounts);

  function count({ event, outcome }: AuditEntry): void {
    const key = `${event} ${outcome}`;
    const more = counted.get(key) ?? { entry: { event, outcome }, count: 0 };
    more.count += 1;
    counted.set(key, more);
  }

  function writeCounts(): void {
    for (const { entry, count } of counted.values())
      write({ ...entry, detail: `${count} more within a minute, not listed` });
    counted.clear();
  }

  return {
    record(entry) {
      if (shares.letsThrough(clientOf(entry))) write(entry);
      else count(entry);
    },
    close: () => shares.end(),
  };
}
