import { expect, it } from 'vitest';
import { createSharedRequestLimiter } from '../../src/users/shared-request-limiter.ts';
import { SharedStore } from './shared-store.ts';

const payroll = { kind: 'token', name: 'payroll' } as const;

function instances(limit: number) {
  const time = { now: 1_000 };
  const clock = () => time.now;
  const store = new SharedStore(clock);
  const make = () => createSharedRequestLimiter(limit, 'api', store, clock);
  return { time, store, counters: [make(), make(), make()] as const };
}

type Count = ReturnType<typeof createSharedRequestLimiter>;

/** How many of so many requests are served, in turn by each instance. */
async function served(times: number, counters: readonly Count[]): Promise<number> {
  const replies = Array.from({ length: times }, (_, index) => counters[index % counters.length]?.(payroll));
  return (await Promise.all(replies)).filter((reply) => reply?.isExceeded === false).length;
}

it('three instances serve the limit once, for one round trip in many', async () => {
  const { time, store, counters } = instances(600);
  expect(await served(3_000, counters)).toBe(600);
  expect(store.roundTrips).toBeLessThanOrEqual(50 + counters.length);
  store.roundTrips = 0;
  expect(await served(30, counters)).toBe(0);
  expect(store.roundTrips).toBe(0);
  time.now += 60_000;
  expect(await served(3_000, counters)).toBe(600);
});

it('one loses at most what idle others have taken', async () => {
  const { counters } = instances(600);
  const [busy, ...idle] = counters;
  for (const count of idle) await count(payroll);
  expect(await served(1_000, [busy])).toBe(600 - 2 * 12);
});

it('tells what is left, and for how long', async () => {
  const { time, counters } = instances(100);
  const [first, second] = counters;
  const window = { limit: 100, windowSeconds: 60 };
  expect(await first(payroll)).toEqual({ ...window, isExceeded: false, remaining: 99, resetSeconds: 60 });
  time.now += 15_000;
  expect(await second(payroll)).toEqual({ ...window, isExceeded: false, remaining: 97, resetSeconds: 45 });
  await served(200, counters);
  expect(await second(payroll)).toEqual({ ...window, isExceeded: true, remaining: 0, resetSeconds: 45 });
});

it('counts a small limit to the request', async () => {
  const { counters } = instances(3);
  expect(await served(30, counters)).toBe(3);
});

it('while the store is away, each instance serves the limit', async () => {
  const { time, store, counters } = instances(100);
  expect(await served(30, counters)).toBe(30);
  store.isAway = true;
  expect(await served(600, counters)).toBe(300 - 30);
  time.now += 60_000;
  store.isAway = false;
  expect(await served(600, counters)).toBe(100);
});
