/** A list that is too long to stand in memory: it is written piece by piece, once. */
export class LongList<Item = unknown> {
  readonly pieces: AsyncIterable<readonly Item[]>;
  readonly #first: readonly Item[];

  constructor(first: readonly Item[], pieces: AsyncIterable<readonly Item[]>) {
    this.#first = first;
    this.pieces = pieces;
  }

  /** Its beginning alone: the log has no more of it. */
  toJSON(): readonly Item[] {
    return this.#first;
  }
}

/** What comes in pieces as a list, or as a long one when there is more than a piece of it. */
export async function listOf<Item>(
  pieces: AsyncIterable<readonly Item[]>,
): Promise<readonly Item[] | LongList<Item>> {
  const rest = pieces[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done) return [];
  const second = await rest.next();
  return second.done ? first.value : new LongList(first.value, joined([first.value, second.value], rest));
}

/** The pieces, of which the first is there: what fails at once does so before an answer begins. */
export async function begun<Piece>(pieces: AsyncIterable<Piece>): Promise<AsyncIterable<Piece>> {
  const rest = pieces[Symbol.asyncIterator]();
  const first = await rest.next();
  return joined(first.done ? [] : [first.value], rest);
}

async function* joined<Piece>(
  beginning: readonly Piece[],
  rest: AsyncIterator<Piece>,
): AsyncGenerator<Piece> {
  yield* beginning;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
