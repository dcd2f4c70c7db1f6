import { expect, it } from 'vitest';
import { createRequestLimiter } from '../../src/users/request-limiter.ts';

const payroll = { kind: 'token', name: 'payroll' } as const;

it('counts down, refuses, and begins anew after a minute', () => {
  let now = 0;
  const count = createRequestLimiter(2, () => now);
  const window = { limit: 2, windowSeconds: 60 };
  expect(count(payroll)).toEqual({ ...window, isExceeded: false, remaining: 1, resetSeconds: 60 });
  now = 15_000;
  expect(count(payroll)).toEqual({ ...window, isExceeded: false, remaining: 0, resetSeconds: 45 });
  expect(count(payroll)).toEqual({ ...window, isExceeded: true, remaining: 0, resetSeconds: 45 });
  now = 59_999.5;
  expect(count(payroll)).toMatchObject({ isExceeded: true, resetSeconds: 1 });
  now = 60_000;
  expect(count(payroll)).toMatchObject({ isExceeded: false, remaining: 1 });
});

it('counts each token, user and address by itself', () => {
  const count = createRequestLimiter(1);
  for (const who of [
    payroll,
    { kind: 'token', name: 'other' },
    { kind: 'user', name: 'payroll' },
    { kind: 'address', address: '192.0.2.1' },
    { kind: 'address', address: '2001:db8:1::1' },
  ] as const)
    expect(count(who)).toMatchObject({ isExceeded: false });
  expect(count({ kind: 'address', address: '::ffff:192.0.2.1' })).toMatchObject({ isExceeded: true });
  expect(count({ kind: 'address', address: '2001:db8:1:0:ffff::9' })).toMatchObject({ isExceeded: true });
});

it('keeps no more than ten thousand counts', () => {
  const count = createRequestLimiter(2);
  count(payroll);
  for (let network = 0; network < 10_000; network += 1)
    count({
      kind: 'address',
      address: `2001:db8:${(network >> 8).toString(16)}:${(network & 255).toString(16)}::1`,
    });
  expect(count(payroll)).toMatchObject({ remaining: 1 });
});
