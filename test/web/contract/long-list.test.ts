import { Readable } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { begun, LongList, listOf } from '../../../src/web/contract/long-list.ts';
import { representations } from '../../../src/web/contract/representations/representations.ts';

/** Chunks of a list, and how many of them have been asked for. */
function chunksOf(...chunks: readonly (readonly unknown[])[]) {
  const asked = vi.fn();
  async function* source() {
    for (const chunk of chunks) {
      asked();
      yield chunk;
    }
  }
  return { chunks: source(), asked };
}

async function joined<Chunk>(chunks: AsyncIterable<Chunk>): Promise<Chunk[]> {
  const all: Chunk[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

it('is a list as long as there is one chunk of it', async () => {
  expect(await listOf(chunksOf().chunks)).toEqual([]);
  expect(await listOf(chunksOf([1, 2]).chunks)).toEqual([1, 2]);
});

it('reads two chunks of a long list, and the others when they are wanted', async () => {
  const { chunks, asked } = chunksOf([1, 2], [3], [4], [5]);
  const list = await listOf(chunks);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(list).toBeInstanceOf(LongList);
  expect(JSON.stringify(list)).toBe('[1,2]');
  expect(await joined((list as LongList).chunks)).toEqual([[1, 2], [3], [4], [5]]);
});

it('has the first of its chunks before it begins', async () => {
  const { chunks, asked } = chunksOf([1], [2]);
  const rest = await begun(chunks);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(await joined(rest)).toEqual([[1], [2]]);
  const issue = new Error('away');
  await expect(begun(Readable.from([]).destroy(issue))).rejects.toBe(issue);
});

const items = [{ marié: 'oui', 'été & co': ['<', 1] }, { id: 2 }, { id: 3, nom: '"' }];

it.each(['json', 'xml'] as const)('is written in %s as if it were written at once', async (type) => {
  const { write, writeChunks } = representations[type];
  for (const token of [{}, { csrf_token: 'a.b' }]) {
    const list = await listOf(chunksOf(...items.map((item) => [item])).chunks);
    const answer = { action: 'lister-simulations', état: 500 };
    const chunks = await joined(writeChunks({ ...answer, réponse: list, ...token }));
    expect(chunks.length).toBeGreaterThan(items.length);
    expect(chunks.join('')).toBe(write({ ...answer, réponse: items, ...token }));
  }
});
