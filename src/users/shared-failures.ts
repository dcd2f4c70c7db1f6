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
  /** For 30 days from now; false while the store is away. */
  makeFamiliar(pair: string): Promise<boolean>;
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
    async makeFamiliar(pair) {
      return (await unlessAway(renewFamiliar(counts, pair))) !== null;
    },
    forget: (key) => void unlessAway(counts.forget(GROUP, key)),
  };
}

/** A block at the next value moves the end of a count that is there already. */
async function renewFamiliar(counts: SharedCounts, pair: string): Promise<readonly CountState[]> {
  const name = familiarName(pair);
  const [known] = await counts.look(GROUP, [name]);
  const block = { at: (known?.value ?? 0) + 1, milliseconds: FAMILIAR_FOR };
  return counts.add(GROUP, [{ name, amount: 1, window: FAMILIAR_FOR, block }]);
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
