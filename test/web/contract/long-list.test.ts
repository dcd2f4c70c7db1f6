import { Readable } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { begun, LongList, listOf } from '../../../src/web/contract/long-list.ts';
import { representations } from '../../../src/web/contract/representations/representations.ts';

/** Pieces of a list, and how many of them have been asked for. */
function piecesOf(...pieces: readonly (readonly unknown[])[]) {
  const asked = vi.fn();
  async function* source() {
    for (const piece of pieces) {
      asked();
      yield piece;
    }
  }
  return { pieces: source(), asked };
}

async function joined<Piece>(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

it('is a list as long as there is one piece of it', async () => {
  expect(await listOf(piecesOf().pieces)).toEqual([]);
  expect(await listOf(piecesOf([1, 2]).pieces)).toEqual([1, 2]);
});

it('reads two pieces of a long list, and the others when they are wanted', async () => {
  const { pieces, asked } = piecesOf([1, 2], [3], [4], [5]);
  const list = await listOf(pieces);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(list).toBeInstanceOf(LongList);
  expect(JSON.stringify(list)).toBe('[1,2]');
  expect(await joined((list as LongList).pieces)).toEqual([[1, 2], [3], [4], [5]]);
});

it('has the first of its pieces before it begins', async () => {
  const { pieces, asked } = piecesOf([1], [2]);
  const rest = await begun(pieces);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(await joined(rest)).toEqual([[1], [2]]);
  const fault = new Error('away');
  await expect(begun(Readable.from([]).destroy(fault))).rejects.toBe(fault);
});

const items = [{ marié: 'oui', 'été & co': ['<', 1] }, { id: 2 }, { id: 3, nom: '"' }];

it.each(['json', 'xml'] as const)('is written in %s as if it were written at once', async (type) => {
  const { write, writePieces } = representations[type];
  for (const token of [{}, { csrf_token: 'a.b' }]) {
    const list = await listOf(piecesOf(...items.map((item) => [item])).pieces);
    const answer = { action: 'lister-simulations', état: 500 };
    const pieces = await joined(writePieces({ ...answer, réponse: list, ...token }));
    expect(pieces.length).toBeGreaterThan(items.length);
    expect(pieces.join('')).toBe(write({ ...answer, réponse: items, ...token }));
  }
});
