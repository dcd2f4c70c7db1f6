import { BEGINNING, type FileKind, otherKind } from './sniff.ts';

/** Bytes processed at once. It takes a few milliseconds, in which the server answers nobody. */
const CHUNK = 16 * 1024;

/**
 * The bytes of a file in chunks of bounded size, however they arrive.
 *
 * @param refuse throws; called when the first bytes are not text
 */
export async function* chunks(
  input: AsyncIterable<Uint8Array>,
  refuse: (kind: FileKind) => never,
): AsyncGenerator<Uint8Array> {
  function check(bytes: Uint8Array): void {
    const kind = otherKind(bytes);
    if (kind !== null) refuse(kind);
  }

  let beginning: Uint8Array | null = new Uint8Array();
  for await (const arrived of input) {
    let bytes = arrived;
    if (beginning !== null) {
      bytes = Buffer.concat([beginning, arrived]);
      beginning = bytes.length < BEGINNING ? bytes : null;
      if (beginning !== null) continue;
      check(bytes.subarray(0, BEGINNING));
    }
    for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
  }
  if (beginning !== null) {
    check(beginning);
    yield beginning;
  }
}
