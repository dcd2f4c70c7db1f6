import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { limitStrangers } from '../../src/operations/stranger-lines.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const log = { info: vi.fn(), warn: vi.fn() };
  const leftOut = vi.fn();
  const lines = limitStrangers(log, leftOut);
  const write = (times: number, client: (time: number) => string) => {
    for (let time = 0; time < times; time += 1) lines.write('asked', `Thread-${time}`, client(time));
  };
  return { log, leftOut, lines, write };
}

it('writes the first lines of a client in a minute, and says how many it has left out', () => {
  const { log, leftOut, write } = open();
  write(5_000, () => '192.0.2.1');
  expect(log.info).toHaveBeenCalledTimes(2_000);
  expect(leftOut).toHaveBeenCalledTimes(3_000);
  write(1, () => '192.0.2.2');
  expect(log.info).toHaveBeenCalledTimes(2_001);
  vi.advanceTimersByTime(60_000);
  expect(log.warn.mock.calls).toEqual([
    [{ fr: expect.any(String), en: '[log] 3000 lines of strangers left out within a minute' }],
  ]);
  write(1, () => '192.0.2.1');
  expect(log.info).toHaveBeenCalledTimes(2_002);
});

it('writes no more of many clients than of a few', () => {
  const { log, write } = open();
  write(20_000, (time) => `2001:db8:${time}::`);
  expect(log.info).toHaveBeenCalledTimes(6_000);
});

it('says at the end what it has left out, and nothing when that is nothing', () => {
  const { log, lines, write } = open();
  write(2_001, () => '192.0.2.1');
  lines.close();
  expect(log.warn).toHaveBeenCalledTimes(1);
  write(1, () => '192.0.2.1');
  lines.close();
  expect(log.warn).toHaveBeenCalledTimes(1);
});
