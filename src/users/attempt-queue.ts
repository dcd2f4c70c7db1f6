import type { FailureCounts } from './failure-counts.ts';
import { KeyCounts } from './key-counts.ts';
import { ClientGone, SignInBusy, TooManyAttempts } from './sign-in-errors.ts';

/** Counts the failures of attempts. */
export interface Counter {
  readonly counts: FailureCounts;
  readonly key: string;
}

/** Attempts that run or wait: they use memory, and one address must leave room for others. */
const TRIES_AT_MOST = 1_000;
const TRIES_OF_AN_ADDRESS = 400;

/** An attempt to sign in. */
export interface Try {
  /** The address whose share of the queue it uses. */
  readonly address: string;
  /** Checked after each wait: an attempt leaves the queue when its client has left. */
  readonly isGone: () => boolean;
  /** Called again after each wait: the counters may have changed. */
  readonly counters: () => readonly Counter[];
  /** Verifies and counts the result, once all counters have room. */
  readonly judge: (counters: readonly Counter[]) => Promise<boolean>;
}

/**
 * Runs as many attempts at a time as could all fail within the limits. The others wait for their results, first come
 * first served.
 */
export interface AttemptQueue {
  /**
   * Resolves to the result.
   *
   * @throws {TooManyAttempts} when a counter is blocked, at once or after a wait
   * @throws {SignInBusy} when too many attempts are running or waiting
   * @throws {ClientGone} when the client has left
   */
  run(attempt: Try): Promise<boolean>;
}

export function createAttemptQueue(): AttemptQueue {
  const tries = new KeyCounts();
  /** All waiting attempts wait for this, and go on in the order of their arrival. */
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

  /** Resolves once the attempt is admitted by each of its counters, which it returns. */
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

export function tooMany(milliseconds: number): TooManyAttempts {
  return new TooManyAttempts(Math.ceil(milliseconds / 1_000));
}

/** @throws {TooManyAttempts} */
function requireOpen(counters: readonly Counter[]): void {
  const blocked = blockedFor(counters);
  if (blocked > 0) throw tooMany(blocked);
}

/** Milliseconds until none of them is blocked; 0 when none is. */
export function blockedFor(counters: readonly Counter[]): number {
  return Math.max(...counters.map(({ counts, key }) => counts.blockedFor(key)));
}

function haveRoom(counters: readonly Counter[]): boolean {
  return counters.every(({ counts, key }) => counts.hasRoom(key));
}
