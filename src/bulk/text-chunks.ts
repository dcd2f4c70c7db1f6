import { chunks } from '../csv/chunks.ts';
import { UnusableFile } from './csv-issues.ts';

/**
 * The bytes of a text in chunks, however they arrive.
 *
 * @throws {UnusableFile} when the first bytes are not text
 */
export function textChunks(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return chunks(input, (kind) => {
    throw new UnusableFile({ code: 'notText', kind });
  });
}
