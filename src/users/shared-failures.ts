import type { CountState, SharedCounts } from '../model/shared-counts.ts';
import type { Counter } from './attempt-queue.ts';
import { unlessAway } from './unless-away.ts';

/** All of them on one node of a cluster, since one step counts a failure three times. */
const GROUP = 'sign-in';
/** Milliseconds for which all instances know that somebody has signed in from an address. */
const FAMILIAR_FOR = 30 * 24 * 60 * 60_000;

/** The failures of all instances, and who has signed in from where. Nothing here is ever rejected. */
export interface SharedFailures {
  /** How the counters stand after a verdict, which counts when it is wrong; null while the store is away. */
  settle(isRight: boolean, counters: readonly Counter[]): Promise<readonly CountState[] | null>;
  /** Whether this address has signed in to this account on any instance; false while the store is away. */
  isFamiliar(pair: string): Promise<boolean>;
  /** Nobody waits for it. */
  makeFamiliar(pair: string): void;
  /** Nobody waits for it. */
  forget(key: string): void;
}

export function shareFailures(counts: SharedCounts): SharedFailures {
  return {
    settle(isRight, counters) {
      const reply = isRight
        ? counts.look(
            GROUP,
            counters.map(({ key }) => key),
          )
        : counts.add(GROUP, counters.map(failureOf));
      return unlessAway(reply);
    },
    async isFamiliar(pair) {
      const states = await unlessAway(counts.look(GROUP, [familiarName(pair)]));
      return (states?.[0]?.value ?? 0) > 0;
    },
    makeFamiliar(pair) {
      const addition = { name: familiarName(pair), amount: 1, window: FAMILIAR_FOR };
      void unlessAway(counts.add(GROUP, [addition]));
    },
    forget: (key) => void unlessAway(counts.forget(GROUP, key)),
  };
}

function familiarName(pair: string): string {
  return `familiar:${pair}`;
}

function failureOf({ key, counts: { limit } }: Counter) {
  const block = { at: limit.failures, milliseconds: limit.block };
  return { name: key, amount: 1, window: limit.window, block };
}
