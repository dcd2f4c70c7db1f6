import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLoginThrottle, type LoginThrottle } from '../../src/users/login-throttle.ts';
import { shareFailures } from '../../src/users/shared-failures.ts';
import { TooManyAttempts } from '../../src/users/sign-in-errors.ts';
import { SharedStore } from './shared-store.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const wrong = async () => false;
const right = async () => true;

let store: SharedStore;
let instances: LoginThrottle[];

beforeEach(() => {
  vi.useFakeTimers();
  store = new SharedStore(() => performance.now());
  const instance = () => createLoginThrottle({ pause: async () => undefined, shared: shareFailures(store) });
  instances = [instance(), instance(), instance()];
});
afterEach(() => {
  vi.useRealTimers();
});

function attempt(instance: number, login: string, address: string, verify = wrong): Promise<boolean> {
  const throttle = instances[instance % instances.length] as LoginThrottle;
  return throttle.attempt({ login, address, isGone: () => false }, verify);
}

/** Tries in turn on each instance, all at once; how many were told their verdict. */
async function told(
  times: number,
  who: (index: number) => { login: string; address: string },
  verify = wrong,
): Promise<number> {
  const tries = Array.from({ length: times }, (_, index) => {
    const { login, address } = who(index);
    return attempt(index, login, address, verify);
  });
  const settled = await Promise.allSettled(tries);
  for (const each of settled)
    if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(TooManyAttempts);
  return settled.filter(({ status }) => status === 'fulfilled').length;
}

const addressOf = (index: number) => `10.0.${index >> 8}.${index & 255}`;

describe('through three instances', () => {
  it.each([
    ['one address on one account', 8, () => ({ login: 'admin', address: '10.0.0.1' })],
    [
      'an account from many addresses',
      30,
      (index: number) => ({ login: 'admin', address: addressOf(index) }),
    ],
    ['an address on many accounts', 100, (index: number) => ({ login: `user${index}`, address: '10.0.0.1' })],
  ])('%s gets no more tries than through one', async (_, limit, who) => {
    expect(await told(300, who)).toBe(limit);
    expect(await told(30, who, right)).toBe(0);
  });

  it('200 right sign-ins at once are all accepted', async () => {
    expect(await told(200, () => ({ login: 'admin', address: '10.0.0.1' }), right)).toBe(200);
  });

  it('the block is as long as with one, whoever asks', async () => {
    await told(30, () => ({ login: 'admin', address: '10.0.0.1' }));
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    for (const instance of [0, 1, 2])
      await expect(attempt(instance, 'admin', '10.0.0.1', right)).rejects.toMatchObject({
        retryAfterSeconds: 5 * 60,
      });
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await attempt(1, 'admin', '10.0.0.1', right)).toBe(true);
  });

  it('a right password clears what the others have counted', async () => {
    for (let round = 0; round < 5; round++) {
      for (let index = 0; index < 7; index++) expect(await attempt(index, 'admin', '10.0.0.1')).toBe(false);
      expect(await attempt(round, 'admin', '10.0.0.1', right)).toBe(true);
      await vi.advanceTimersByTimeAsync(0);
    }
  });

  it('who has signed in through one is not locked out of the others by strangers', async () => {
    expect(await attempt(0, 'admin', '192.0.2.1', right)).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(await told(90, (index) => ({ login: 'admin', address: addressOf(index) }))).toBe(30);
    // One instance knows of the block, the others learn of it with the verdict.
    for (const instance of [1, 2]) expect(await attempt(instance, 'admin', '192.0.2.1', right)).toBe(true);
    await expect(attempt(1, 'admin', '192.0.2.2', right)).rejects.toThrow(TooManyAttempts);
  });

  it('nor is who signs in from there several times at once, or while the store was away for a moment', async () => {
    expect(await attempt(0, 'admin', '192.0.2.1', right)).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    await told(90, (index) => ({ login: 'admin', address: addressOf(index) }));
    expect(await Promise.all([1, 1, 1].map((each) => attempt(each, 'admin', '192.0.2.1', right)))).toEqual([
      true,
      true,
      true,
    ]);
    await expect(attempt(2, 'admin', '192.0.2.2', right)).rejects.toThrow(TooManyAttempts);
    store.isAway = true;
    await expect(attempt(2, 'admin', '192.0.2.1', right)).rejects.toThrow(TooManyAttempts);
    store.isAway = false;
    expect(await attempt(2, 'admin', '192.0.2.1', right)).toBe(true);
  });

  it('an address is known for 30 days from the last time, also if the store missed the first', async () => {
    store.isAway = true;
    await attempt(0, 'admin', '192.0.2.1', right);
    await vi.advanceTimersByTimeAsync(0);
    store.isAway = false;
    for (const days of [0, 20, 29]) {
      await vi.advanceTimersByTimeAsync(days * DAY);
      await attempt(0, 'admin', '192.0.2.1', right);
    }
    await vi.advanceTimersByTimeAsync(29 * DAY);
    await told(90, (index) => ({ login: 'admin', address: addressOf(index) }));
    expect(await attempt(1, 'admin', '192.0.2.1', right)).toBe(true);
    await vi.advanceTimersByTimeAsync(31 * DAY);
    await told(90, (index) => ({ login: 'admin', address: addressOf(index) }));
    await expect(attempt(2, 'admin', '192.0.2.1', right)).rejects.toThrow(TooManyAttempts);
  });
});

describe('the store', () => {
  it('is asked once for a try, and not at all for one that is blocked', async () => {
    for (const count of [1, 2, 3]) {
      await attempt(0, 'admin', '10.0.0.1');
      expect(store.roundTrips).toBe(count);
    }
    await attempt(0, 'other', '10.0.0.1', right);
    await vi.advanceTimersByTimeAsync(0);
    store.roundTrips = 0;
    await attempt(0, 'other', '10.0.0.1', right);
    expect(store.roundTrips).toBe(1);
    for (let index = 3; index < 8; index++) await attempt(0, 'admin', '10.0.0.1');
    store.roundTrips = 0;
    await expect(attempt(0, 'admin', '10.0.0.1')).rejects.toThrow(TooManyAttempts);
    expect(store.roundTrips).toBe(0);
  });

  it('may be away: then each instance counts by itself', async () => {
    store.isAway = true;
    expect(await told(60, () => ({ login: 'admin', address: '10.0.0.1' }))).toBe(3 * 8);
    expect(await told(30, () => ({ login: 'other', address: '10.0.0.1' }), right)).toBe(30);
    store.isAway = false;
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    expect(await told(60, () => ({ login: 'admin', address: '10.0.0.1' }))).toBe(8);
  });

  it('may answer now and then: what it was not told still counts', async () => {
    store.answersOneIn = 7;
    let answered = 0;
    for (let index = 0; index < 60; index++)
      await attempt(0, 'admin', '10.0.0.1').then(
        () => answered++,
        () => undefined,
      );
    expect(answered).toBe(8);
  });

  it('is told later what it missed, once, and a right password meanwhile erases nothing', async () => {
    store.isAway = true;
    for (let index = 0; index < 6; index++) await attempt(0, 'admin', addressOf(index));
    store.isAway = false;
    expect(await attempt(0, 'admin', '192.0.2.1', right)).toBe(true);
    await attempt(0, 'admin', addressOf(9));
    await attempt(0, 'admin', addressOf(10));
    expect(await told(60, (index) => ({ login: 'admin', address: addressOf(index) }))).toBe(30 - 8);
  });
});
