import { chunks } from '../csv/chunks.ts';
import { UnusableFile } from './csv-issues.ts';

/**
 * The bytes of a text in chunks, however they arrive.
 *
 * @throws {UnusableFile} when its first bytes say that it is no text
 */
export function textChunks(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return chunks(input, (kind) => {
    throw new UnusableFile({ code: 'notText', kind });
  });
}
