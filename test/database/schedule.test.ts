import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { every } from '../../src/database/schedule.ts';
import { memoryLog } from './support/databases.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('works at each interval until it is stopped, also after a failure', async () => {
  const log = memoryLog();
  const work = vi.fn().mockRejectedValueOnce(new Error('no room')).mockResolvedValue(undefined);
  const stop = every(1_000, work, log);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(work).toHaveBeenCalledTimes(3);
  expect(log.lines).toEqual([expect.stringContaining('no room')]);
  stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(3);
});

it('does not start again what is still under way', async () => {
  const work = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 2_500)));
  const stop = every(1_000, work, memoryLog());
  await vi.advanceTimersByTimeAsync(3_900);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledTimes(2);
  stop();
});
