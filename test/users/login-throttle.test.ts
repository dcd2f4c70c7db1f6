import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLoginThrottle, type LoginThrottle, TooManyAttempts } from '../../src/users/login-throttle.ts';

const MINUTE = 60_000;
const wrong = async () => false;
const right = async () => true;

let throttle: LoginThrottle;
let pauses: number[];

beforeEach(() => {
  vi.useFakeTimers();
  pauses = [];
  throttle = createLoginThrottle({
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const attempt = (login: string, address: string, verify = wrong) =>
  throttle.attempt({ login, address }, verify);

/** Tries with wrong passwords; how many were let through. */
async function fail(times: number, login: string, address: string): Promise<number> {
  let through = 0;
  for (let i = 0; i < times; i++)
    await attempt(login, address).then(
      () => through++,
      () => {},
    );
  return through;
}

/** An address of its own for each number. */
const address = (number: number) => `10.0.${number >> 8}.${number & 255}`;

describe('one address on one account', () => {
  test('is slowed, then refused for a quarter of an hour', async () => {
    expect(await fail(20, 'admin', '10.0.0.1')).toBe(8);
    expect(pauses).toEqual([0, 0, 0, 250, 500, 1000, 2000, 2000]);
    const verify = vi.fn(right);
    const refusal = await attempt('admin', '10.0.0.1', verify).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooManyAttempts);
    expect(refusal).toMatchObject({ retryAfterSeconds: 15 * 60 });
    expect(verify).not.toHaveBeenCalled();
  });

  test('trying on while refused does not make it longer', async () => {
    await fail(9, 'admin', '10.0.0.1');
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(await fail(30, 'admin', '10.0.0.1')).toBe(0);
    await expect(attempt('admin', '10.0.0.1')).rejects.toMatchObject({ retryAfterSeconds: 5 * 60 });
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
  });

  test('a right password clears what was before it', async () => {
    for (let round = 0; round < 10; round++) {
      expect(await fail(7, 'admin', '10.0.0.1')).toBe(7);
      expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
    }
  });

  test('failures are forgotten after a quarter of an hour', async () => {
    await fail(8, 'admin', '10.0.0.1');
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    expect(await fail(8, 'admin', '10.0.0.1')).toBe(8);
  });

  test('a burst in parallel gets no more tries', async () => {
    const burst = await Promise.allSettled(Array.from({ length: 100 }, () => attempt('admin', '10.0.0.1')));
    expect(burst.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
  });

  test('what fails for another reason than the password does not count', async () => {
    const broken = () => Promise.reject(new Error('busy'));
    for (let i = 0; i < 30; i++) await expect(attempt('admin', '10.0.0.1', broken)).rejects.toThrow('busy');
    expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
  });
});

describe('one address on many accounts', () => {
  test('is refused after fifty failures, also with a right password', async () => {
    let through = 0;
    for (let user = 0; user < 60; user++) through += await fail(1, `user${user}`, '10.0.0.1');
    expect(through).toBe(50);
    await expect(attempt('other', '10.0.0.1', right)).rejects.toThrow(TooManyAttempts);
    expect(await attempt('other', '10.0.0.2', right)).toBe(true);
  });

  test('right passwords do not count', async () => {
    for (let user = 0; user < 100; user++) expect(await attempt(`user${user}`, '10.0.0.1', right)).toBe(true);
  });

  test('a subscriber has one IPv6 network, and an IPv4 address however it is written', async () => {
    let through = 0;
    for (let i = 0; i < 60; i++) through += await fail(1, `user${i}`, `2001:db8:1:2::${i.toString(16)}`);
    expect(through).toBe(50);
    expect(await attempt('x', '2001:db8:1:3::1', right)).toBe(true);
    await fail(8, 'admin', '10.0.0.1');
    await expect(attempt('admin', '::ffff:10.0.0.1', right)).rejects.toThrow(TooManyAttempts);
  });
});

describe('many addresses on one account', () => {
  const attack = async (tries: number, from = 1000) => {
    let through = 0;
    for (let i = 0; i < tries; i++) through += await fail(1, 'admin', address(from + i));
    return through;
  };

  test('are refused after thirty failures, for five minutes', async () => {
    expect(await attack(40)).toBe(30);
    await expect(attempt('admin', '10.0.0.1', right)).rejects.toMatchObject({ retryAfterSeconds: 5 * 60 });
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
  });

  test('do not lock out the user at an address that was signed in from', async () => {
    await attempt('admin', '10.0.0.1', right);
    for (let hour = 0; hour < 3; hour++) {
      await attack(40, 1000 + 100 * hour);
      expect(await attempt('admin', '10.0.0.1')).toBe(false);
      expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
      await vi.advanceTimersByTimeAsync(60 * MINUTE);
    }
  });

  test('other accounts are not concerned', async () => {
    await attack(40);
    expect(await attempt('other', '10.0.0.1', right)).toBe(true);
  });

  test('nor is the familiar address on other accounts', async () => {
    await attempt('other', '10.0.0.1', right);
    await attack(40);
    await expect(attempt('admin', '10.0.0.1', right)).rejects.toThrow(TooManyAttempts);
  });
});

test('an address that is none is counted as it is', async () => {
  expect(await fail(20, 'admin', 'unknown')).toBe(8);
});

test('the pause is a real one by default', async () => {
  vi.useRealTimers();
  const real = createLoginThrottle();
  const who = { login: 'a', address: '10.0.0.1' };
  for (let i = 0; i < 3; i++) await real.attempt(who, wrong);
  const start = performance.now();
  await real.attempt(who, wrong);
  expect(performance.now() - start).toBeGreaterThan(200);
});
