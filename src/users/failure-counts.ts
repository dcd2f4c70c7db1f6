import type { CountState } from '../model/shared-counts.ts';
import { ExpiringMap } from './expiring-map.ts';
import { KeyCounts } from './key-counts.ts';

/** Failures allowed within a window; the last of them starts a block. */
export interface FailureLimit {
  readonly failures: number;
  /** Milliseconds from the first failure. */
  readonly window: number;
  /** Milliseconds of a block. */
  readonly block: number;
}

/** The most keys that are counted, and that are blocked, at the same time. */
const KEYS_AT_MOST = 10_000;

/**
 * Counts failures in memory, by key, and the attempts in progress. Blocked keys are kept apart from counted ones:
 * failures under many keys can displace counts, but no block.
 */
export class FailureCounts {
  readonly limit: FailureLimit;
  readonly #failures: ExpiringMap<KeyFailures>;
  readonly #blocks: ExpiringMap<true>;
  readonly #running = new KeyCounts();

  /** @param clock milliseconds, monotonic */
  constructor(limit: FailureLimit, clock: () => number) {
    this.limit = limit;
    this.#failures = new ExpiringMap({ lifetime: limit.window, atMost: KEYS_AT_MOST, clock });
    this.#blocks = new ExpiringMap({ lifetime: limit.block, atMost: KEYS_AT_MOST, clock });
  }

  /** Milliseconds until the key's block ends; 0 without a block. */
  blockedFor(key: string): number {
    return this.#blocks.timeLeft(key);
  }

  /** Known failures of the key in its window. */
  failuresOf(key: string): number {
    return this.#failures.get(key)?.count ?? 0;
  }

  /** Whether one more attempt stays within the limit even if it and all running ones fail. */
  hasRoom(key: string): boolean {
    return this.failuresOf(key) + this.#running.of(key) < this.limit.failures;
  }

  /** An attempt begins. */
  begin(key: string): void {
    this.#running.add(key);
  }

  /** An attempt has ended, with any result. */
  end(key: string): void {
    this.#running.subtract(key);
  }

  /** An attempt failed. */
  fail(key: string): void {
    const failures = this.#failures.get(key) ?? { count: 0 };
    failures.count += 1;
    if (failures.count >= this.limit.failures) {
      this.#failures.delete(key);
      this.#blocks.set(key, true);
    } else if (failures.count === 1) this.#failures.set(key, failures);
  }

  /** Takes over what all instances know of a key. */
  adopt(key: string, { value, msLeft }: CountState): void {
    this.#failures.delete(key);
    if (value >= this.limit.failures) this.#blocks.set(key, true, msLeft);
    else if (value > 0) this.#failures.set(key, { count: value }, msLeft);
  }

  /** Forgets the failures of a key. A block stays. */
  forget(key: string): void {
    this.#failures.delete(key);
  }
}

interface KeyFailures {
  count: number;
}
