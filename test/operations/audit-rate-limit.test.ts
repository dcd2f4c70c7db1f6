import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AuditEntry } from '../../src/operations/audit-entry.ts';
import { limitEntries } from '../../src/operations/audit-rate-limit.ts';

const refused = (address: string): AuditEntry => ({ event: 'api-token', outcome: 'refused', address });

const byAddress = ({ address = '' }: AuditEntry) => address;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function repeat(times: number, work: (time: number) => void): void {
  for (let time = 0; time < times; time += 1) work(time);
}

it('lists the first refusals of an address, counts the others, and begins again after a minute', () => {
  const write = vi.fn();
  const entries = limitEntries(write, byAddress);
  repeat(1_000, () => entries.record(refused('192.0.2.1')));
  repeat(7, () => entries.record({ ...refused('192.0.2.1'), event: 'sign-in', outcome: 'paused' }));
  expect(write).toHaveBeenCalledTimes(30);
  entries.record(refused('192.0.2.2'));
  expect(write).toHaveBeenLastCalledWith(refused('192.0.2.2'));
  vi.advanceTimersByTime(60_000);
  expect(write.mock.calls.slice(31)).toEqual([
    [{ event: 'api-token', outcome: 'refused', detail: '970 more within a minute, not listed' }],
    [{ event: 'sign-in', outcome: 'paused', detail: '7 more within a minute, not listed' }],
  ]);
  entries.record(refused('192.0.2.1'));
  expect(write).toHaveBeenLastCalledWith(refused('192.0.2.1'));
});

it('lists no more of many addresses than of a few', () => {
  const write = vi.fn();
  const entries = limitEntries(write, byAddress);
  repeat(5_000, (place) => entries.record(refused(`2001:db8::${place}`)));
  expect(write).toHaveBeenCalledTimes(300);
});

it('says at the end what it has counted, once', () => {
  const write = vi.fn();
  const entries = limitEntries(write, byAddress);
  repeat(31, () => entries.record(refused('192.0.2.1')));
  entries.close();
  entries.close();
  vi.advanceTimersByTime(120_000);
  expect(write).toHaveBeenCalledTimes(31);
  expect(write.mock.calls.at(-1)?.[0].detail).toMatch(/^1 more/);
});
