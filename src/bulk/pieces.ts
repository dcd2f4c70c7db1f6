import { BEGINNING, refuseOtherKinds } from './head.ts';

/** Bytes that are worked on at once: a few milliseconds, in which a server answers nobody else. */
const PIECE = 16 * 1024;

/**
 * The bytes of a file in pieces of a bounded size, however they arrive.
 *
 * @throws {UnusableFile} when its first bytes say that it is no text
 */
export async function* pieces(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let beginning: Uint8Array | null = new Uint8Array();
  for await (const chunk of input) {
    let bytes = chunk;
    if (beginning !== null) {
      bytes = Buffer.concat([beginning, chunk]);
      beginning = bytes.length < BEGINNING ? bytes : null;
      if (beginning !== null) continue;
      refuseOtherKinds(bytes.subarray(0, BEGINNING));
    }
    for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
  }
  if (beginning !== null) {
    refuseOtherKinds(beginning);
    yield beginning;
  }
}
