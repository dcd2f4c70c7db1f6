import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RequestAllowance, Requester } from '../model/sign-in.ts';
import { addressGroup } from './address-group.ts';

/** Seconds over which requests are counted. */
const WINDOW_SECONDS = 60;
/** Requesters that are counted at a time; beyond, the one that came first is counted anew. */
const KEYS_AT_MOST = 10_000;

/** Counts requests in memory, for this process; several instances count apart. */
export function createRequestLimiter(limit: number): (who: Requester) => Promise<RequestAllowance> {
  const limiter = new RateLimiterMemory({ points: limit, duration: WINDOW_SECONDS });
  const keys = new Set<string>();

  function makeRoomFor(key: string): void {
    keys.add(key);
    if (keys.size <= KEYS_AT_MOST) return;
    const [oldest = key] = keys;
    keys.delete(oldest);
    void limiter.delete(oldest);
  }

  return async (who) => {
    const key = keyOf(who);
    makeRoomFor(key);
    try {
      return allowance(await limiter.consume(key), false);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return allowance(refusal, true);
    }
  };

  function allowance(
    { remainingPoints, msBeforeNext }: RateLimiterRes,
    isExceeded: boolean,
  ): RequestAllowance {
    return {
      isExceeded,
      limit,
      windowSeconds: WINDOW_SECONDS,
      remaining: remainingPoints,
      // The limiter asks the clock of the machine, which may have been set back; its windows end by timers.
      resetSeconds: Math.min(Math.max(Math.ceil(msBeforeNext / 1000), 1), WINDOW_SECONDS),
    };
  }
}

function keyOf(who: Requester): string {
  return who.kind === 'address' ? `address ${addressGroup(who.address)}` : `${who.kind} ${who.name}`;
}
