import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { type Addition, batchInserts } from '../../../src/database/sessions/batch-inserts.ts';
import { toRow } from '../../../src/database/sessions/session-rows.ts';
import { simulation } from '../support/simulations.ts';

const rows = (count: number) => Array.from({ length: count }, (_, salary) => toRow(simulation(salary), 0));

it('hands over once what a turn adds, each session by itself, each caller with its own ids', async () => {
  const keep = vi.fn(async (additions: readonly Addition[]) => {
    for (const addition of additions) addition.settle(100 + addition.rows.length);
  });
  const add = batchInserts(keep);
  const lastIds = Promise.all([add('a', rows(1)), add('b', rows(2)), add('a', rows(3)), add('a', rows(1))]);
  expect(await lastIds).toEqual([101, 102, 104, 105]);
  expect(keep).toHaveBeenCalledTimes(1);
  expect(await add('a', rows(1))).toBe(101);
  expect(keep).toHaveBeenCalledTimes(2);
});

it('tells every caller that the session is gone', async () => {
  const add = batchInserts(async ([addition]) => addition?.settle(null));
  expect(await Promise.all([add('a', rows(1)), add('a', rows(1))])).toEqual([null, null]);
});

it('keeps what each caller adds by itself when it is too much together', async () => {
  const keep = vi.fn(async ([addition]: readonly Addition[]) =>
    addition?.settle(addition.rows.length > 2 ? null : 99),
  );
  const add = batchInserts(keep);
  expect(await Promise.all([add('a', rows(1)), add('a', rows(3)), add('a', rows(2))])).toEqual([
    99,
    null,
    99,
  ]);
});

it('fails all callers of a failed turn, and none of the next', async () => {
  const keep = vi.fn(async (additions: readonly Addition[]) => additions[0]?.settle(1));
  keep.mockRejectedValueOnce(new Error('disk full'));
  const add = batchInserts(keep);
  const failed = Promise.allSettled([add('a', rows(1)), add('b', rows(1))]);
  await turn();
  const next = add('a', rows(1));
  for (const call of await failed)
    expect(call).toMatchObject({ status: 'rejected', reason: { message: 'disk full' } });
  expect(await next).toBe(1);
});
