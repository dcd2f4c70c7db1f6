import type { FailureCounts } from './failure-counts.ts';
import { KeyCounts } from './key-counts.ts';
import { ClientGone, SignInBusy, TooManyAttempts } from './sign-in-errors.ts';

/** Where the failure of a try is counted. */
export interface Counter {
  readonly counts: FailureCounts;
  readonly key: string;
}

/** Tries that run or wait: what they keep in memory is bounded, and one address leaves room for others. */
const TRIES_AT_MOST = 1_000;
const TRIES_OF_AN_ADDRESS = 400;

/** A try to sign in. */
export interface Try {
  /** Whose share of the queue it takes. */
  readonly address: string;
  /** Asked after each wait: a try that nobody waits for leaves the queue. */
  readonly isGone: () => boolean;
  /** Asked again after each wait: meanwhile it may count elsewhere. */
  readonly counters: () => readonly Counter[];
  /** Finds the verdict and counts it, once all counters have room. */
  readonly judge: (counters: readonly Counter[]) => Promise<boolean>;
}

/**
 * Runs as many tries at a time as could all fail within the limits. The others wait for their verdicts, first come first
 * served.
 */
export interface AttemptQueue {
  /**
   * Resolves to the verdict.
   *
   * @throws {TooManyAttempts} when a counter is blocked, at once or after a wait
   * @throws {SignInBusy} when too many tries are running or waiting
   * @throws {ClientGone} when nobody waits for the verdict any more
   */
  run(attempt: Try): Promise<boolean>;
}

export function createAttemptQueue(): AttemptQueue {
  const tries = new KeyCounts();
  /** All that wait do so for this, and go on in the order in which they came. */
  let nextVerdict = Promise.withResolvers<void>();
  let total = 0;

  function enqueue(address: string): void {
    if (total >= TRIES_AT_MOST || tries.of(address) >= TRIES_OF_AN_ADDRESS) throw new SignInBusy();
    total += 1;
    tries.add(address);
  }

  function leave(address: string): void {
    total -= 1;
    tries.subtract(address);
  }

  /** Resolves once the try has its place with each of its counters, which it returns. */
  async function begin({ counters, isGone }: Try): Promise<readonly Counter[]> {
    for (;;) {
      const current = counters();
      requireOpen(current);
      if (haveRoom(current)) {
        for (const { counts, key } of current) counts.begin(key);
        return current;
      }
      await nextVerdict.promise;
      if (isGone()) throw new ClientGone();
    }
  }

  function end(counters: readonly Counter[]): void {
    for (const { counts, key } of counters) counts.end(key);
    nextVerdict.resolve();
    nextVerdict = Promise.withResolvers();
  }

  return {
    async run(attempt) {
      enqueue(attempt.address);
      try {
        const taken = await begin(attempt);
        try {
          return await attempt.judge(taken);
        } finally {
          end(taken);
        }
      } finally {
        leave(attempt.address);
      }
    },
  };
}

/** @throws {TooManyAttempts} */
function requireOpen(counters: readonly Counter[]): void {
  const blocked = blockedFor(counters);
  if (blocked > 0) throw new TooManyAttempts(Math.ceil(blocked / 1_000));
}

/** Milliseconds until all of them are let through; 0 when they are. */
function blockedFor(counters: readonly Counter[]): number {
  return Math.max(...counters.map(({ counts, key }) => counts.blockedFor(key)));
}

function haveRoom(counters: readonly Counter[]): boolean {
  return counters.every(({ counts, key }) => counts.hasRoom(key));
}
