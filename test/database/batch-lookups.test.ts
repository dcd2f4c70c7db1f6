import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { batchLookups } from '../../src/database/batch-lookups.ts';

const lengths = async (words: readonly string[]) =>
  new Map(words.filter((word) => word !== 'unknown').map((word) => [word, word.length]));

it('asks the questions of a turn once, each once, and gives each its answer', async () => {
  const askAll = vi.fn(lengths);
  const ask = batchLookups(askAll);
  expect(await Promise.all([ask('a'), ask('bb'), ask('a'), ask('unknown')])).toEqual([1, 2, 1, null]);
  expect(askAll.mock.calls).toEqual([[['a', 'bb', 'unknown']]]);
  expect(await ask('a')).toBe(1);
  expect(askAll).toHaveBeenCalledTimes(2);
});

it('fails those who asked in that turn, and nobody else', async () => {
  const askAll = vi.fn(lengths).mockRejectedValueOnce(new Error('away'));
  const ask = batchLookups(askAll);
  const failed = Promise.allSettled([ask('a'), ask('bb')]);
  await turn();
  const next = ask('ccc');
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await next).toBe(3);
});
