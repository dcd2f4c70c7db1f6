import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Availability, type StateChange } from '../../src/database/availability.ts';
import { NoFreeConnection } from '../../src/database/connection-queue.ts';
import type { ErrorExplanation } from '../../src/database/dialect.ts';

const away = new Error('socket closed');
const lost = new Error('deadlock');
const explanations = new Map<unknown, ErrorExplanation>([
  [away, { kind: 'unavailable', message: 'The server is away.' }],
  [lost, { kind: 'conflict', message: 'The database is busy.' }],
]);

describe('availability', () => {
  let isAway: boolean;
  let probes: number;
  let changes: StateChange[];
  let told: string[];
  let availability: Availability;

  beforeEach(() => {
    vi.useFakeTimers();
    isAway = false;
    probes = 0;
    changes = [];
    told = [];
    availability = new Availability(
      (error) => explanations.get(error) ?? null,
      async () => {
        probes++;
        if (isAway) throw away;
      },
      (change) => void changes.push(change),
      ({ message }) => void told.push(message),
    );
  });
  afterEach(() => {
    availability.enter('stopping');
    vi.useRealTimers();
  });

  const fail = (error: unknown) => () => availability.run(() => Promise.reject(error));
  const states = () => changes.map(({ to }) => to);

  it('refuses everything before the start, without trying', async () => {
    const operation = vi.fn();
    await expect(availability.run(operation)).rejects.toMatchObject({
      name: 'DatabaseUnavailable',
      message: 'The database is starting.',
      retryAfterSeconds: 5,
    });
    expect(operation).not.toHaveBeenCalled();
  });

  it('passes results and errors of our own through', async () => {
    availability.enter('available');
    expect(await availability.run(async () => 42)).toBe(42);
    await expect(fail(new RangeError('ours'))()).rejects.toThrow(RangeError);
    expect(probes).toBe(0);
  });

  it('does not take one broken connection for an outage', async () => {
    availability.enter('available');
    await expect(fail(away)()).rejects.toMatchObject({ message: 'The server is away.', cause: away });
    await vi.advanceTimersByTimeAsync(0);
    expect(probes).toBe(1);
    expect(states()).toEqual(['available']);
  });

  it('is unavailable once for many failures, looks every second, and comes back by itself', async () => {
    availability.enter('available');
    isAway = true;
    await Promise.allSettled([fail(away)(), fail(away)(), fail(away)()]);
    await vi.advanceTimersByTimeAsync(3_500);
    expect(states()).toEqual(['available', 'unavailable']);
    expect(changes.at(-1)?.cause?.message).toBe('The server is away.');
    expect(probes).toBe(4);
    await expect(availability.run(async () => 42)).rejects.toThrow('The server is away.');
    isAway = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states()).toEqual(['available', 'unavailable', 'available']);
    expect(await availability.run(async () => 42)).toBe(42);
  });

  it('tries again after a lost race', async () => {
    availability.enter('available');
    const operation = vi.fn().mockRejectedValueOnce(lost).mockRejectedValueOnce(lost).mockResolvedValue(42);
    const result = availability.run(operation);
    await vi.advanceTimersByTimeAsync(100);
    expect(await result).toBe(42);
    expect(operation).toHaveBeenCalledTimes(3);
  });

  it('gives up a race that is always lost, within the limit', async () => {
    availability.enter('available');
    const result = expect(fail(lost)()).rejects.toThrow('The database is busy.');
    await vi.advanceTimersByTimeAsync(2_500);
    await result;
    expect(availability.state).toBe('available');
  });

  it('gives up an operation that hangs', async () => {
    availability.enter('available');
    const result = expect(availability.run(() => new Promise(() => {}))).rejects.toThrow(
      'The database did not answer within 3 seconds.',
    );
    await vi.advanceTimersByTimeAsync(3_000);
    await result;
    expect(probes).toBe(1);
  });

  it('is unavailable when the probe hangs, too', async () => {
    const mute = new Availability(
      () => null,
      () => new Promise(() => {}),
      (change) => void changes.push(change),
      () => {},
    );
    mute.enter('available');
    const result = mute.run(() => new Promise(() => {})).catch(() => 'failed');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await result).toBe('failed');
    expect(mute.state).toBe('unavailable');
    mute.enter('stopping');
  });

  it('tells once a minute why operations fail while the database is available', async () => {
    availability.enter('available');
    await fail(away)().catch(() => {});
    await fail(away)().catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['The server is away.']);
    await vi.advanceTimersByTimeAsync(60_000);
    await fail(away)().catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toHaveLength(2);
    expect(states()).toEqual(['available']);
  });

  it('says nothing of the kind in an outage', async () => {
    availability.enter('available');
    isAway = true;
    await fail(away)().catch(() => {});
    await vi.advanceTimersByTimeAsync(5_000);
    expect([states(), told]).toEqual([['available', 'unavailable'], []]);
  });

  it('stays available while its connections are all busy, and says so', async () => {
    availability.enter('available');
    const busy = new NoFreeConnection('No connection was free.');
    await expect(fail(busy)()).rejects.toBe(busy);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([states(), told, probes]).toEqual([['available'], ['No connection was free.'], 0]);
  });

  it('stops for good', async () => {
    availability.enter('available');
    isAway = true;
    await fail(away)().catch(() => {});
    availability.enter('stopping');
    availability.enter('available');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(availability.state).toBe('stopping');
    expect(states().at(-1)).toBe('stopping');
    await expect(availability.run(async () => 42)).rejects.toThrow(/stopping|away/);
  });
});
