import { setTimeout as wait } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressGroup } from './address-group.ts';

/** Who tries to sign in, and from which address. */
export interface SignInAttempt {
  readonly login: string;
  readonly address: string;
}

/** Slows down and then refuses those who guess passwords. */
export interface LoginThrottle {
  /**
   * Runs `verify` (true = the password is right) unless there were too many failures lately.
   * @throws {TooManyAttempts} without running it
   */
  attempt(who: SignInAttempt, verify: () => Promise<boolean>): Promise<boolean>;
}

/** Refused for a while, whatever the password. */
export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`too many failed sign-ins: refused for ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const MINUTE = 60;

/** Failures that are let through within `duration` seconds; then nothing is, for `blockDuration` seconds. */
const LIMITS = {
  /** One address on one account. */
  pair: { points: 8, duration: 15 * MINUTE, blockDuration: 15 * MINUTE },
  /** One account, from all the addresses that never signed in to it. */
  account: { points: 30, duration: 15 * MINUTE, blockDuration: 5 * MINUTE },
  /** One address, on all accounts. */
  address: { points: 50, duration: 15 * MINUTE, blockDuration: 15 * MINUTE },
};

/** Failures before the first pause, which doubles with each further one. */
const FREE_FAILURES = 3;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
const FAMILIAR_AT_MOST = 10_000;

type Pause = (milliseconds: number) => Promise<void>;
type Tries = readonly (readonly [RateLimiterMemory, key: string])[];

function pauseAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - FREE_FAILURES), LONGEST_PAUSE_MS);
}

/** The pairs of account and address that a right password has been given for, the oldest forgotten first. */
function createFamiliarity() {
  const pairs = new Set<string>();
  return {
    has: (pair: string) => pairs.has(pair),
    add(pair: string) {
      pairs.delete(pair);
      pairs.add(pair);
      if (pairs.size > FAMILIAR_AT_MOST) pairs.delete(pairs.values().next().value ?? pair);
    },
  };
}

/**
 * Counts failures in memory, for this process: per account and address, per account and per address. A try counts as a
 * failure from its start, so that a burst of parallel tries cannot pass; a right password takes it back and clears the account.
 *
 * Nobody can be locked out by others for good: an address from which an account was signed in to is judged by its own
 * failures on that account alone, and other addresses get new tries each time the account's five minutes are over.
 * Several instances count apart.
 */
export function createLoginThrottle({ pause = wait as Pause } = {}): LoginThrottle {
  const pairs = new RateLimiterMemory(LIMITS.pair);
  const accounts = new RateLimiterMemory(LIMITS.account);
  const addresses = new RateLimiterMemory(LIMITS.address);
  const familiar = createFamiliarity();

  /** Counts the try everywhere or, where one limit is reached, nowhere. Returns the failures of the pair before it. */
  async function count(tries: Tries): Promise<number> {
    let before = 0;
    for (const [index, [limiter, key]] of tries.entries()) {
      try {
        before = (await limiter.consume(key)).consumedPoints - 1;
      } catch (refusal) {
        await takeBack(tries.slice(0, index));
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new TooManyAttempts(Math.max(Math.ceil(refusal.msBeforeNext / 1000), 1));
      }
    }
    return before;
  }

  async function takeBack(tries: Tries): Promise<void> {
    for (const [limiter, key] of tries) await limiter.reward(key);
  }

  return {
    async attempt({ login, address }, verify) {
      const group = addressGroup(address);
      const pair = JSON.stringify([login, group]);
      const own: Tries = [[pairs, pair]];
      const tries: Tries = familiar.has(pair) ? own : [[addresses, group], [accounts, login], ...own];
      const failures = await count(tries);
      try {
        await pause(pauseAfter(failures));
        if (!(await verify())) return false;
      } catch (error) {
        await takeBack(tries);
        throw error;
      }
      familiar.add(pair);
      await takeBack(tries);
      await Promise.all([accounts.delete(login), pairs.delete(pair)]);
      return true;
    },
  };
}
