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

  /**
   * An attempt failed.
   *
   * @param unshared failures that the other instances do not know: it, and those before it that they could not be told
   */
  fail(key: string, unshared = 1): void {
    const known = this.#failures.get(key);
    const failures = known ?? { count: 0, unshared: 0 };
    failures.unshared += unshared;
    failures.count = Math.max(failures.count + 1, failures.unshared);
    if (failures.count >= this.limit.failures) {
      this.#failures.delete(key);
      this.#blocks.set(key, true);
    } else if (!known) this.#failures.set(key, failures);
  }

  /** The failures that the other instances do not know. They count as told from now on. */
  takeUnshared(key: string): number {
    const failures = this.#failures.get(key);
    if (!failures) return 0;
    const { unshared } = failures;
    failures.unshared = 0;
    return unshared;
  }

  /** Takes over what all instances know of a key. Returns it together with what they do not know yet. */
  adopt(key: string, shared: CountState): CountState {
    const state = this.#withUnshared(key, shared);
    const unshared = state.value - shared.value;
    this.#failures.delete(key);
    if (state.value >= this.limit.failures) this.#blocks.set(key, true, state.msLeft);
    else if (state.value > 0) this.#failures.set(key, { count: state.value, unshared }, state.msLeft);
    return state;
  }

  #withUnshared(key: string, shared: CountState): CountState {
    const unshared = this.#failures.get(key)?.unshared ?? 0;
    if (unshared === 0) return shared;
    const value = shared.value + unshared;
    const isReached = shared.value < this.limit.failures && value >= this.limit.failures;
    const msLeft = isReached ? this.limit.block : Math.max(shared.msLeft, this.#failures.timeLeft(key));
    return { value, msLeft };
  }

  /** Forgets the failures of a key. A block stays. */
  forget(key: string): void {
    this.#failures.delete(key);
  }
}

interface KeyFailures {
  /** All that are known. */
  count: number;
  /** Those of them that the other instances do not know. */
  unshared: number;
}
