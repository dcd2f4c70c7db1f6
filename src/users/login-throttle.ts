import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { CountState } from '../model/shared-counts.ts';
import { addressGroup } from './address-group.ts';
import { blockedFor, type Counter, createAttemptQueue, tooMany } from './attempt-queue.ts';
import { ExpiringMap } from './expiring-map.ts';
import { FailureCounts } from './failure-counts.ts';
import type { SharedFailures } from './shared-failures.ts';
import { ClientGone } from './sign-in-errors.ts';

/** An attempt to sign in, and its address. */
export interface SignInAttempt {
  readonly login: string;
  readonly address: string;
  /** Whether the client has left. */
  readonly isGone: () => boolean;
}

/** Slows down and then refuses clients that guess passwords. */
export interface LoginThrottle {
  /**
   * Runs `verify` (true = the password is right) unless there were too many failures lately.
   * @throws {TooManyAttempts} without running it
   * @throws {SignInBusy} without running it
   * @throws {ClientGone} without running it, when the client has gone while it waited
   */
  attempt(who: SignInAttempt, verify: () => Promise<boolean>): Promise<boolean>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const LIMITS = {
  /** One address for one account. */
  pair: { failures: 8, window: 15 * MINUTE, block: 15 * MINUTE },
  /** One account, from all the addresses that never signed in to it. */
  account: { failures: 30, window: 15 * MINUTE, block: 5 * MINUTE },
  /** One address, for all accounts that it never signed in to. A class of students behind it may mistype. */
  address: { failures: 100, window: 15 * MINUTE, block: 15 * MINUTE },
};

/** Failures before the first pause, which doubles with each further failure. */
const FREE_FAILURES = 3;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
const FAMILIAR_AT_MOST = 10_000;

type Pause = (milliseconds: number) => Promise<void>;

function pauseAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - FREE_FAILURES), LONGEST_PAUSE_MS);
}

/** A key of fixed size, whatever the length of a login. */
function keyOf(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url');
}

/**
 * Counts failures, per account and address, per account and per address. Only what is known to be wrong counts. As many
 * tries run at once as could all fail within the limits; the others wait for their verdicts, so that a burst of guesses
 * passes no limit and a burst of right passwords is served whole.
 *
 * A right password clears the failures of its own pair, nobody else's. Nobody can be locked out by others for good: an
 * address from which an account was signed in to is judged by its own failures on that account alone, and other addresses
 * get new tries each time the account's five minutes are over.
 *
 * Alone, a process counts in its memory. Of several instances each does so too, and learns at each verdict how all of
 * them stand: one beyond a limit that the others have used up is not told, whatever it is. While their store is away,
 * each counts by itself.
 *
 * @param clock milliseconds that never go back
 */
export function createLoginThrottle({
  pause = wait as Pause,
  clock = () => performance.now(),
  shared = null as SharedFailures | null,
} = {}): LoginThrottle {
  const pairs = new FailureCounts(LIMITS.pair, clock);
  const accounts = new FailureCounts(LIMITS.account, clock);
  const addresses = new FailureCounts(LIMITS.address, clock);
  const familiar = new ExpiringMap<true>({
    lifetime: Number.POSITIVE_INFINITY,
    atMost: FAMILIAR_AT_MOST,
    clock,
  });
  /** Pairs that the store has been told of: it keeps them for longer, from the last time. */
  const told = new ExpiringMap<true>({ lifetime: DAY, atMost: FAMILIAR_AT_MOST, clock });
  /** Pairs that no instance knew a moment ago. */
  const strange = new ExpiringMap<true>({ lifetime: MINUTE, atMost: FAMILIAR_AT_MOST, clock });
  /** Questions to the store about a pair that are under way. */
  const looks = new Map<string, Promise<void>>();
  const queue = createAttemptQueue();

  /** Looks whether the account was signed in to from the address elsewhere, before others' failures refuse it here. */
  async function recognize(all: readonly Counter[], pair: string): Promise<void> {
    const isRefusedForOthers = pairs.blockedFor(pair) === 0 && blockedFor(all) > 0;
    if (!shared || !isRefusedForOthers || familiar.get(pair) || strange.get(pair)) return;
    const look = looks.get(pair) ?? lookFor(shared, pair).finally(() => looks.delete(pair));
    looks.set(pair, look);
    await look;
  }

  async function lookFor(failures: SharedFailures, pair: string): Promise<void> {
    const isFamiliar = await failures.isFamiliar(pair);
    if (isFamiliar) familiar.set(pair, true);
    else if (isFamiliar === false) strange.set(pair, true);
  }

  /**
   * Counts a verdict, for all instances or, without their store, for this one.
   *
   * @throws {TooManyAttempts} when a limit had been used up before it
   */
  async function settle(isRight: boolean, counters: readonly Counter[], pair: string): Promise<void> {
    const states = await shared?.settle(isRight, counters);
    if (states) await requireWithin(isRight, counters, states, pair);
    else if (!shared && !isRight) for (const { counts, key } of counters) counts.fail(key);
    if (isRight) welcome(pair);
  }

  /** @throws {TooManyAttempts} */
  async function requireWithin(
    isRight: boolean,
    counters: readonly Counter[],
    states: readonly CountState[],
    pair: string,
  ): Promise<void> {
    const refusedFor = counters.map(({ counts, key }, index) => {
      const { value, msLeft } = counts.adopt(key, states[index] ?? { value: 0, msLeft: 0 });
      const before = isRight ? value : value - 1;
      return before < counts.limit.failures ? 0 : msLeft;
    });
    const longest = Math.max(...refusedFor);
    if (longest === 0) return;
    const isRefusedForOthers = pairs.blockedFor(pair) === 0;
    if (!isRefusedForOthers || !(await shared?.isFamiliar(pair))) throw tooMany(longest);
    familiar.set(pair, true);
  }

  function welcome(pair: string): void {
    familiar.set(pair, true);
    if (shared && !told.get(pair)) void tell(shared, pair);
    if (pairs.failuresOf(pair) > 0) shared?.forget(pair);
    pairs.forget(pair);
  }

  async function tell(failures: SharedFailures, pair: string): Promise<void> {
    told.set(pair, true);
    if (!(await failures.makeFamiliar(pair))) told.delete(pair);
  }

  return {
    async attempt({ login, address, isGone }, verify) {
      const group = addressGroup(address);
      const pair = keyOf('pair', login, group);
      const own: Counter = { counts: pairs, key: pair };
      const all: readonly Counter[] = [
        { counts: addresses, key: keyOf('address', group) },
        { counts: accounts, key: keyOf('account', login) },
        own,
      ];
      await recognize(all, pair);
      return queue.run({
        address: group,
        isGone,
        counters: () => (familiar.get(pair) ? [own] : all),
        async judge(counters) {
          await pause(pauseAfter(pairs.failuresOf(pair)));
          if (isGone()) throw new ClientGone();
          const isRight = await verify();
          await settle(isRight, counters, pair);
          return isRight;
        },
      });
    },
  };
}
