import { ExpiringMap } from './expiring-map.ts';
import { KeyCounts } from './key-counts.ts';

/** Failures that are let through within a window; the last of them begins a block. */
export interface FailureLimit {
  readonly failures: number;
  /** Milliseconds from the first failure on. */
  readonly window: number;
  /** Milliseconds in which nothing is let through. */
  readonly block: number;
}

/** Keys that are counted, and keys that are blocked, at the same time. */
const KEYS_AT_MOST = 10_000;

/**
 * Counts failures in memory, by key, and the tries whose verdict is not known yet. Blocked keys are kept apart from counted
 * ones: whoever fails once under each of many keys pushes out what was counted, but no block.
 */
export class FailureCounts {
  readonly #limit: FailureLimit;
  readonly #failures: ExpiringMap<KeyFailures>;
  readonly #blocks: ExpiringMap<true>;
  readonly #running = new KeyCounts();

  /** @param clock milliseconds that never go back */
  constructor(limit: FailureLimit, clock: () => number) {
    this.#limit = limit;
    this.#failures = new ExpiringMap({ lifetime: limit.window, atMost: KEYS_AT_MOST, clock });
    this.#blocks = new ExpiringMap({ lifetime: limit.block, atMost: KEYS_AT_MOST, clock });
  }

  /** Milliseconds until the key is let through again; 0 when it is. */
  blockedFor(key: string): number {
    return this.#blocks.timeLeft(key);
  }

  /** Known failures of the key in its window. */
  failuresOf(key: string): number {
    return this.#failures.get(key)?.count ?? 0;
  }

  /** Whether one more try stays within the limit even if it and all that are running turn out to be wrong. */
  hasRoom(key: string): boolean {
    return this.failuresOf(key) + this.#running.of(key) < this.#limit.failures;
  }

  /** A try begins. */
  begin(key: string): void {
    this.#running.add(key);
  }

  /** A try has ended, however it did. */
  end(key: string): void {
    this.#running.subtract(key);
  }

  /** A try was wrong. */
  fail(key: string): void {
    const failures = this.#failures.get(key) ?? { count: 0 };
    failures.count += 1;
    if (failures.count >= this.#limit.failures) {
      this.#failures.delete(key);
      this.#blocks.set(key, true);
    } else if (failures.count === 1) this.#failures.set(key, failures);
  }

  /** Forgets the failures of a key. A block stays. */
  forget(key: string): void {
    this.#failures.delete(key);
  }
}

interface KeyFailures {
  count: number;
}
