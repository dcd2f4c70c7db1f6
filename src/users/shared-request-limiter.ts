import { hash } from 'node:crypto';
import type { SharedCounts } from '../model/shared-counts.ts';
import type { RequestAllowance, Requester } from '../model/sign-in.ts';
import { ExpiringMap } from './expiring-map.ts';
import { KEYS_AT_MOST, requesterKey, WINDOW_SECONDS } from './request-limiter.ts';
import { unlessAway } from './unless-away.ts';

/** An instance takes this part of the limit from the store at a time, and serves it without asking again. */
const PART = 1 / 50;

/** What this process knows of somebody's window. */
interface Window {
  /** Requests that it may serve without asking. */
  allowed: number;
  served: number;
  /** Requests that no instance has taken yet. */
  inStore: number;
  /** Nothing more is to be had before the window ends. */
  isUsedUp: boolean;
  asking: Promise<void> | null;
}

/**
 * Counts requests for all instances together, which never serve more than the limit; each asks the store for one request
 * in many. What an instance has taken and does not need is nobody's until the window ends: a fiftieth of the limit at
 * most. While the store is away, each instance counts by itself.
 *
 * @param scope what is limited
 * @param clock milliseconds that never go back
 */
export function createSharedRequestLimiter(
  limit: number,
  scope: string,
  counts: SharedCounts,
  clock: () => number = () => performance.now(),
): (who: Requester) => Promise<RequestAllowance> {
  const share = Math.max(1, Math.floor(limit * PART));
  const windows = new ExpiringMap<Window>({
    lifetime: WINDOW_SECONDS * 1_000,
    atMost: KEYS_AT_MOST,
    clock,
  });

  function windowOf(key: string): Window {
    const known = windows.get(key);
    if (known) return known;
    const begun = { allowed: 0, served: 0, inStore: 0, isUsedUp: false, asking: null };
    windows.set(key, begun);
    return begun;
  }

  /** Takes a share of what is left, or, while the store is away, all that this process has not served. */
  async function take(key: string, window: Window): Promise<void> {
    const addition = { name: key, amount: share, window: WINDOW_SECONDS * 1_000 };
    const state = (await unlessAway(counts.add(key, [addition])))?.[0];
    if (state) {
      const before = state.value - share;
      window.allowed = Math.min(Math.max(limit - before, 0), share);
      window.inStore = Math.max(limit - state.value, 0);
      window.isUsedUp = window.inStore === 0;
      windows.set(key, window, state.msLeft);
    } else {
      window.allowed = Math.max(limit - window.served, 0);
      window.inStore = 0;
      window.isUsedUp = true;
    }
  }

  async function mayServe(key: string, window: Window): Promise<boolean> {
    while (window.allowed === 0 && !window.isUsedUp) {
      window.asking ??= take(key, window).finally(() => {
        window.asking = null;
      });
      await window.asking;
    }
    if (window.allowed === 0) return false;
    window.allowed -= 1;
    window.served += 1;
    return true;
  }

  return async (who) => {
    const key = nameOf(scope, who);
    const window = windowOf(key);
    const isExceeded = !(await mayServe(key, window));
    return {
      isExceeded,
      limit,
      windowSeconds: WINDOW_SECONDS,
      remaining: window.allowed + window.inStore,
      resetSeconds: Math.max(Math.ceil(windows.timeLeft(key) / 1_000), 1),
    };
  };
}

/** Tells nobody whose requests they are. */
function nameOf(scope: string, who: Requester): string {
  return hash('sha256', JSON.stringify([scope, requesterKey(who)]), 'base64url');
}
