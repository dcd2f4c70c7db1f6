import type { Addition, CountState, SharedCounts } from '../model/shared-counts.ts';
import type { Counter } from './attempt-queue.ts';
import { unlessAway } from './unless-away.ts';

/** All of them on one node of a cluster, since one step counts a failure three times. */
const GROUP = 'sign-in';
/** Milliseconds for which all instances know that somebody has signed in from an address. */
const FAMILIAR_FOR = 30 * 24 * 60 * 60_000;

/** The failures of all instances, and who has signed in from where. Nothing here is ever rejected. */
export interface SharedFailures {
  /**
   * How the counters stand after a verdict, which counts when it is wrong. While the store is away it counts here alone, and the
   * answer is null; the next wrong verdict tells the store of both.
   */
  settle(isRight: boolean, counters: readonly Counter[]): Promise<readonly CountState[] | null>;
  /** Whether this address has signed in to this account on any instance; null while the store is away. */
  isFamiliar(pair: string): Promise<boolean | null>;
  /** Nobody waits for it. */
  makeFamiliar(pair: string): void;
  /** Nobody waits for it. */
  forget(key: string): void;
}

export function shareFailures(counts: SharedCounts): SharedFailures {
  return {
    settle(isRight, counters) {
      if (!isRight) return addFailures(counts, counters);
      const names = counters.map(({ key }) => key);
      return unlessAway(counts.look(GROUP, names));
    },
    async isFamiliar(pair) {
      const states = await unlessAway(counts.look(GROUP, [familiarName(pair)]));
      return states && (states[0]?.value ?? 0) > 0;
    },
    makeFamiliar(pair) {
      const addition = { name: familiarName(pair), amount: 1, window: FAMILIAR_FOR };
      void unlessAway(counts.add(GROUP, [addition]));
    },
    forget: (key) => void unlessAway(counts.forget(GROUP, key)),
  };
}

async function addFailures(
  shared: SharedCounts,
  counters: readonly Counter[],
): Promise<readonly CountState[] | null> {
  const failures = counters.map((counter) => ({ counter, addition: failureOf(counter) }));
  const additions = failures.map(({ addition }) => addition);
  const states = await unlessAway(shared.add(GROUP, additions));
  if (!states)
    for (const { counter, addition } of failures) counter.counts.fail(counter.key, addition.amount);
  return states;
}

function familiarName(pair: string): string {
  return `familiar:${pair}`;
}

/** The failure of now, with those that the store could not be told. */
function failureOf({ key, counts }: Counter): Addition {
  const { failures, window, block } = counts.limit;
  const amount = 1 + counts.takeUnshared(key);
  return { name: key, amount, window, block: { at: failures, milliseconds: block } };
}
