import { expect, it } from 'vitest';
import { calculateCsv } from '../../src/bulk/calculate-csv.ts';
import { nextTurn } from '../../src/bulk/turns.ts';
import { calculator } from './calculate.ts';

const FILES = 10;

/** Rounds of the event loop until `work` is done, and how many chunks the fullest of them had. */
async function roundsOf(work: (onChunk: () => void) => Promise<unknown>) {
  let inRound = 0;
  let most = 0;
  let rounds = 0;
  let isDone = false;
  const round = () => {
    most = Math.max(most, inRound);
    inRound = 0;
    rounds += 1;
    if (!isDone) setImmediate(round);
  };
  setImmediate(round);
  await work(() => {
    inRound += 1;
  });
  isDone = true;
  return { most, rounds };
}

it('gives one chunk of all files its turn in each round of the event loop', async () => {
  const file = Buffer.from(`salary\n${'30000\n'.repeat(5_000)}`);
  async function* input() {
    yield file;
  }
  const calculateOne = async (onChunk: () => void) => {
    const options = { calculator, language: 'en', onProgress: onChunk } as const;
    for await (const _ of calculateCsv(input(), options));
  };
  const { most, rounds } = await roundsOf((onChunk) =>
    Promise.all(Array.from({ length: FILES }, () => calculateOne(onChunk))),
  );
  // The last chunk of a file may be followed by its end.
  expect(most).toBeLessThanOrEqual(2);
  expect(rounds).toBeGreaterThanOrEqual((FILES * file.length) / (16 * 1024));
});

it('calls those first who came first', async () => {
  const order: number[] = [];
  await Promise.all([1, 2, 3].map((name) => nextTurn().then(() => order.push(name))));
  expect(order).toEqual([1, 2, 3]);
});
