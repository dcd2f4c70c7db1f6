import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRequestLimiter } from '../../src/users/request-limiter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const payroll = { kind: 'token', name: 'payroll' } as const;

it('counts down, refuses, and begins anew after a minute', async () => {
  const count = createRequestLimiter(2);
  const window = { limit: 2, windowSeconds: 60 };
  expect(await count(payroll)).toEqual({ ...window, isExceeded: false, remaining: 1, resetSeconds: 60 });
  vi.advanceTimersByTime(15_000);
  expect(await count(payroll)).toEqual({ ...window, isExceeded: false, remaining: 0, resetSeconds: 45 });
  expect(await count(payroll)).toEqual({ ...window, isExceeded: true, remaining: 0, resetSeconds: 45 });
  vi.advanceTimersByTime(45_000);
  expect(await count(payroll)).toMatchObject({ isExceeded: false, remaining: 1 });
});

it('counts each token, user and address by itself', async () => {
  const count = createRequestLimiter(1);
  for (const who of [
    payroll,
    { kind: 'token', name: 'other' },
    { kind: 'user', name: 'payroll' },
    { kind: 'address', address: '192.0.2.1' },
    { kind: 'address', address: '2001:db8:1::1' },
  ] as const)
    expect(await count(who)).toMatchObject({ isExceeded: false });
  expect(await count({ kind: 'address', address: '::ffff:192.0.2.1' })).toMatchObject({ isExceeded: true });
  expect(await count({ kind: 'address', address: '2001:db8:1:0:ffff::9' })).toMatchObject({
    isExceeded: true,
  });
});

it('keeps no more than ten thousand counts', async () => {
  const count = createRequestLimiter(2);
  await count(payroll);
  for (let network = 0; network < 10_000; network += 1)
    await count({
      kind: 'address',
      address: `2001:db8:${(network >> 8).toString(16)}:${(network & 255).toString(16)}::1`,
    });
  expect(vi.getTimerCount()).toBe(10_000);
  expect(await count(payroll)).toMatchObject({ remaining: 1 });
});

it('a clock that is set back makes no longer waits', async () => {
  const count = createRequestLimiter(1);
  await count(payroll);
  vi.setSystemTime(Date.now() - 86_400_000);
  expect(await count(payroll)).toMatchObject({ isExceeded: true, resetSeconds: 60 });
  vi.advanceTimersByTime(60_000);
  expect(await count(payroll)).toMatchObject({ isExceeded: false });
});
