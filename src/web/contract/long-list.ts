/** A list too long for memory: it is written chunk by chunk, once. */
export class LongList<Item = unknown> {
  readonly chunks: AsyncIterable<readonly Item[]>;
  readonly #first: readonly Item[];

  constructor(first: readonly Item[], chunks: AsyncIterable<readonly Item[]>) {
    this.#first = first;
    this.chunks = chunks;
  }

  /** Only its beginning, for the log. */
  toJSON(): readonly Item[] {
    return this.#first;
  }
}

/** Chunks as a list, or as a long list when there is more than one chunk. */
export async function listOf<Item>(
  chunks: AsyncIterable<readonly Item[]>,
): Promise<readonly Item[] | LongList<Item>> {
  const rest = chunks[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done) return [];
  const second = await rest.next();
  return second.done ? first.value : new LongList(first.value, joined([first.value, second.value], rest));
}

/** The same chunks, with the first one already read: an immediate failure happens before the answer begins. */
export async function begun<Chunk>(chunks: AsyncIterable<Chunk>): Promise<AsyncIterable<Chunk>> {
  const rest = chunks[Symbol.asyncIterator]();
  const first = await rest.next();
  return joined(first.done ? [] : [first.value], rest);
}

async function* joined<Chunk>(
  beginning: readonly Chunk[],
  rest: AsyncIterator<Chunk>,
): AsyncGenerator<Chunk> {
  yield* beginning;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
