import { DatabaseUnavailable } from '../database/database-errors.ts';
import type { Log } from '../database/database-settings.ts';
import type { SharedCounts } from '../model/shared-counts.ts';

/** Milliseconds in which it is told once. */
const TOLD_EVERY = 60_000;

/** Tells the log why limits are counted by this instance alone although their store is there. Outages tell of themselves. */
export function reportedCounts(counts: SharedCounts, log: Log): SharedCounts {
  let told = Number.NEGATIVE_INFINITY;

  async function telling<T>(reply: Promise<T>): Promise<T> {
    try {
      return await reply;
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) tell((error as Error).message);
      throw error;
    }
  }

  function tell(reason: string): void {
    if (performance.now() - told < TOLD_EVERY) return;
    told = performance.now();
    log.warn({
      fr: `limites : comptées par cette instance seule : ${reason}`,
      en: `limits: counted by this instance alone: ${reason}`,
    });
  }

  return {
    add: (...args) => telling(counts.add(...args)),
    look: (...args) => telling(counts.look(...args)),
    forget: (...args) => telling(counts.forget(...args)),
  };
}
