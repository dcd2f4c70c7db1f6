import type { RequestAllowance, Requester } from '../model/sign-in.ts';
import { addressGroup } from './address-group.ts';
import { ExpiringMap } from './expiring-map.ts';

/** Seconds over which requests are counted. */
export const WINDOW_SECONDS = 60;
/** The most requesters counted at a time; beyond, the oldest count is dropped. */
export const KEYS_AT_MOST = 10_000;

/**
 * Counts requests in memory, for this process. A window begins with its first request.
 *
 * @param clock milliseconds that never go back
 */
export function createRequestLimiter(
  limit: number,
  clock: () => number = () => performance.now(),
): (who: Requester) => RequestAllowance {
  const windows = new ExpiringMap<{ requests: number }>({
    lifetime: WINDOW_SECONDS * 1_000,
    atMost: KEYS_AT_MOST,
    clock,
  });

  function windowOf(key: string): { requests: number } {
    const known = windows.get(key);
    if (known) return known;
    const begun = { requests: 0 };
    windows.set(key, begun);
    return begun;
  }

  return (who) => {
    const key = requesterKey(who);
    const window = windowOf(key);
    window.requests += 1;
    return {
      isExceeded: window.requests > limit,
      limit,
      windowSeconds: WINDOW_SECONDS,
      remaining: Math.max(limit - window.requests, 0),
      resetSeconds: Math.max(Math.ceil(windows.timeLeft(key) / 1_000), 1),
    };
  };
}

export function requesterKey(who: Requester): string {
  return who.kind === 'address' ? `address ${addressGroup(who.address)}` : `${who.kind} ${who.name}`;
}
