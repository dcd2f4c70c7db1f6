import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { addressGroup } from './address-group.ts';
import { type Counter, createAttemptQueue } from './attempt-queue.ts';
import { ExpiringMap } from './expiring-map.ts';
import { FailureCounts } from './failure-counts.ts';
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
 * Counts failures in memory, for this process: per account and address, per account and per address. Only what is known to
 * be wrong counts. As many tries run at once as could all fail within the limits; the others wait for their verdicts, so
 * that a burst of guesses passes no limit and a burst of right passwords is served whole.
 *
 * A right password clears the failures of its own pair, nobody else's. Nobody can be locked out by others for good: an
 * address from which an account was signed in to is judged by its own failures on that account alone, and other addresses
 * get new tries each time the account's five minutes are over. Several instances count apart.
 *
 * @param clock milliseconds that never go back
 */
export function createLoginThrottle({
  pause = wait as Pause,
  clock = () => performance.now(),
} = {}): LoginThrottle {
  const pairs = new FailureCounts(LIMITS.pair, clock);
  const accounts = new FailureCounts(LIMITS.account, clock);
  const addresses = new FailureCounts(LIMITS.address, clock);
  const familiar = new ExpiringMap<true>({
    lifetime: Number.POSITIVE_INFINITY,
    atMost: FAMILIAR_AT_MOST,
    clock,
  });
  const queue = createAttemptQueue();

  return {
    attempt({ login, address, isGone }, verify) {
      const group = keyOf(addressGroup(address));
      const pair = keyOf(login, group);
      const own: Counter = { counts: pairs, key: pair };
      const all: readonly Counter[] = [
        { counts: addresses, key: group },
        { counts: accounts, key: keyOf(login) },
        own,
      ];
      return queue.run({
        address: group,
        isGone,
        counters: () => (familiar.get(pair) ? [own] : all),
        async judge(counters) {
          await pause(pauseAfter(pairs.failuresOf(pair)));
          if (isGone()) throw new ClientGone();
          const isRight = await verify();
          if (isRight) {
            familiar.set(pair, true);
            pairs.forget(pair);
          } else for (const { counts, key } of counters) counts.fail(key);
          return isRight;
        },
      });
    },
  };
}
