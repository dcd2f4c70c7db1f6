import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressGroup } from './address-group.ts';

/** Seconds over which requests are counted. */
const WINDOW_SECONDS = 60;

/** What is left of somebody's requests after one more. */
export interface Allowance {
  readonly isExceeded: boolean;
  /** Requests in a window. */
  readonly limit: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Until the window ends and all requests are there again. */
  readonly resetSeconds: number;
}

export type Requester =
  | { readonly kind: 'token' | 'user'; readonly name: string }
  | { readonly kind: 'address'; readonly address: string };

/** Counts requests in memory, for this process; several instances count apart. */
export function createRequestLimiter(limit: number): (who: Requester) => Promise<Allowance> {
  const limiter = new RateLimiterMemory({ points: limit, duration: WINDOW_SECONDS });
  return async (who) => {
    try {
      return allowance(await limiter.consume(keyOf(who)), false);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return allowance(refusal, true);
    }
  };

  function allowance({ remainingPoints, msBeforeNext }: RateLimiterRes, isExceeded: boolean): Allowance {
    return {
      isExceeded,
      limit,
      windowSeconds: WINDOW_SECONDS,
      remaining: remainingPoints,
      resetSeconds: Math.max(Math.ceil(msBeforeNext / 1000), 1),
    };
  }
}

function keyOf(who: Requester): string {
  return who.kind === 'address' ? `address ${addressGroup(who.address)}` : `${who.kind} ${who.name}`;
}
