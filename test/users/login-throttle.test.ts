import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLoginThrottle, type LoginThrottle } from '../../src/users/login-throttle.ts';
import { ClientGone, SignInBusy, TooManyAttempts } from '../../src/users/sign-in-errors.ts';

const MINUTE = 60_000;
const wrong = async () => false;
const right = async () => true;
/** As a hash that takes its time: others arrive meanwhile. */
async function slowlyRight(): Promise<boolean> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  return true;
}

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
  throttle.attempt({ login, address, isGone: () => false }, verify);

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
  it('is slowed, then refused for a quarter of an hour', async () => {
    expect(await fail(20, 'admin', '10.0.0.1')).toBe(8);
    expect(pauses).toEqual([0, 0, 0, 250, 500, 1000, 2000, 2000]);
    const verify = vi.fn(right);
    const refusal = await attempt('admin', '10.0.0.1', verify).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooManyAttempts);
    expect(refusal).toMatchObject({ retryAfterSeconds: 15 * 60 });
    expect(verify).not.toHaveBeenCalled();
  });

  it('trying on while refused does not make it longer', async () => {
    await fail(9, 'admin', '10.0.0.1');
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(await fail(30, 'admin', '10.0.0.1')).toBe(0);
    await expect(attempt('admin', '10.0.0.1')).rejects.toMatchObject({ retryAfterSeconds: 5 * 60 });
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
  });

  it('a right password clears what was before it', async () => {
    for (let round = 0; round < 10; round++) {
      expect(await fail(7, 'admin', '10.0.0.1')).toBe(7);
      expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
    }
  });

  it('failures are forgotten after a quarter of an hour', async () => {
    await fail(8, 'admin', '10.0.0.1');
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    expect(await fail(8, 'admin', '10.0.0.1')).toBe(8);
  });

  it('a burst in parallel gets no more tries', async () => {
    const burst = await Promise.allSettled(Array.from({ length: 200 }, () => attempt('admin', '10.0.0.1')));
    expect(burst.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    for (const result of burst)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(TooManyAttempts);
  });

  it('a burst of right passwords is let through whole, also after failures', async () => {
    await fail(7, 'admin', '10.0.0.1');
    const burst = await Promise.all(
      Array.from({ length: 200 }, () => attempt('admin', '10.0.0.1', slowlyRight)),
    );
    expect(burst.every(Boolean)).toBe(true);
  });

  it('a right password in a burst of wrong ones waits for its turn and clears what was before it', async () => {
    const order = [
      ...Array.from({ length: 7 }, () => wrong),
      right,
      ...Array.from({ length: 7 }, () => wrong),
    ];
    const burst = await Promise.all(order.map((verify) => attempt('admin', '10.0.0.1', verify)));
    expect(burst.filter(Boolean)).toHaveLength(1);
  });

  it('what fails for another reason than the password does not count', async () => {
    const broken = () => Promise.reject(new Error('busy'));
    for (let i = 0; i < 30; i++) await expect(attempt('admin', '10.0.0.1', broken)).rejects.toThrow('busy');
    expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
  });
});

describe('one address on many accounts', () => {
  it('is refused after a hundred failures, also with a right password', async () => {
    let through = 0;
    for (let user = 0; user < 110; user++) through += await fail(1, `user${user}`, '10.0.0.1');
    expect(through).toBe(100);
    await expect(attempt('other', '10.0.0.1', right)).rejects.toThrow(TooManyAttempts);
    expect(await attempt('other', '10.0.0.2', right)).toBe(true);
  });

  it('right passwords do not count', async () => {
    for (let user = 0; user < 100; user++) expect(await attempt(`user${user}`, '10.0.0.1', right)).toBe(true);
  });

  it('right passwords of 300 users at once are all accepted', async () => {
    const burst = await Promise.all(
      Array.from({ length: 300 }, (_, user) => attempt(`user${user}`, '10.0.0.1', slowlyRight)),
    );
    expect(burst.every(Boolean)).toBe(true);
  });

  it('a class of thirty who mistype twice each gets in', async () => {
    const users = Array.from({ length: 30 }, (_, user) => `user${user}`);
    for (let round = 0; round < 2; round++)
      await Promise.all(users.map((user) => attempt(user, '10.0.0.1', wrong)));
    expect(await Promise.all(users.map((user) => attempt(user, '10.0.0.1', right)))).not.toContain(false);
  });

  it('refused tries do not count', async () => {
    await fail(1_000, 'admin', '10.0.0.1');
    expect(await attempt('other', '10.0.0.1', right)).toBe(true);
  });

  it('a subscriber has one IPv6 network, and an IPv4 address however it is written', async () => {
    let through = 0;
    for (let i = 0; i < 110; i++) through += await fail(1, `user${i}`, `2001:db8:1:2::${i.toString(16)}`);
    expect(through).toBe(100);
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

  it('are refused after thirty failures, for five minutes', async () => {
    expect(await attack(40)).toBe(30);
    await expect(attempt('admin', '10.0.0.1', right)).rejects.toMatchObject({ retryAfterSeconds: 5 * 60 });
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
  });

  it('do not lock out the user at an address that was signed in from', async () => {
    await attempt('admin', '10.0.0.1', right);
    for (let hour = 0; hour < 3; hour++) {
      await attack(40, 1000 + 100 * hour);
      expect(await attempt('admin', '10.0.0.1')).toBe(false);
      expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
      await vi.advanceTimersByTimeAsync(60 * MINUTE);
    }
  });

  it('a right sign-in from elsewhere gives them no new tries', async () => {
    await attempt('admin', '10.0.0.1', right);
    let through = 0;
    for (let i = 0; i < 40; i++) {
      through += await fail(1, 'admin', address(1000 + i));
      await attempt('admin', '10.0.0.1', right);
      if (i === 10) await attempt('admin', '10.0.0.2', right);
    }
    expect(through).toBe(30);
  });

  it('other accounts are not concerned', async () => {
    await attack(40);
    expect(await attempt('other', '10.0.0.1', right)).toBe(true);
  });

  it('nor is the familiar address on other accounts', async () => {
    await attempt('other', '10.0.0.1', right);
    await attack(40);
    await expect(attempt('admin', '10.0.0.1', right)).rejects.toThrow(TooManyAttempts);
  });
});

describe('what is kept', () => {
  it('blocks outlast the failures of many others', async () => {
    await fail(8, 'admin', '10.0.0.1');
    for (let i = 0; i < 10_001; i++) await fail(1, `user${i}`, address(i));
    await expect(attempt('admin', '10.0.0.1', right)).rejects.toThrow(TooManyAttempts);
  });

  it('a try beyond what waits at a time is put off, and does not count', async () => {
    const ends: (() => void)[] = [];
    const held = () => new Promise<boolean>((end) => ends.push(() => end(true)));
    const burst = Array.from({ length: 500 }, (_, user) => attempt(`user${user}`, '10.0.0.1', held));
    const results = Promise.allSettled(burst);
    await vi.waitFor(() => expect(ends).toHaveLength(100));
    expect(await attempt('admin', '10.0.0.2', right)).toBe(true);
    while (ends.length > 0) {
      ends.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    }
    const reasons = (await results).flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(reasons).toHaveLength(100);
    for (const reason of reasons) expect(reason).toBeInstanceOf(SignInBusy);
    expect(await attempt('user499', '10.0.0.1', right)).toBe(true);
  });

  it('a try whose client has gone meanwhile is not looked at, and does not count', async () => {
    const verify = vi.fn(wrong);
    const first = Promise.withResolvers<boolean>();
    const running = Array.from({ length: 8 }, () => attempt('admin', '10.0.0.1', () => first.promise));
    const gone = Array.from({ length: 20 }, () =>
      throttle.attempt({ login: 'admin', address: '10.0.0.1', isGone: () => true }, verify),
    );
    const results = Promise.allSettled(gone);
    first.resolve(true);
    await Promise.all(running);
    for (const result of await results)
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(ClientGone) });
    expect(verify).not.toHaveBeenCalled();
    expect(await fail(20, 'admin', '10.0.0.1')).toBe(8);
  });

  it('a clock that is set back makes no longer waits', async () => {
    await fail(8, 'admin', '10.0.0.1');
    vi.setSystemTime(Date.now() - 24 * 60 * MINUTE);
    await expect(attempt('admin', '10.0.0.1')).rejects.toMatchObject({ retryAfterSeconds: 15 * 60 });
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    expect(await attempt('admin', '10.0.0.1', right)).toBe(true);
  });
});

it('an address that is none is counted as it is', async () => {
  expect(await fail(20, 'admin', 'unknown')).toBe(8);
});

it('the pause is a real one by default', async () => {
  vi.useRealTimers();
  const real = createLoginThrottle();
  const who = { login: 'a', address: '10.0.0.1', isGone: () => false };
  for (let i = 0; i < 3; i++) await real.attempt(who, wrong);
  const start = performance.now();
  await real.attempt(who, wrong);
  expect(performance.now() - start).toBeGreaterThan(200);
});
