import { brotliDecompressSync } from 'node:zlib';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { parseOptions } from './parse-options.ts';

/** Added by the bundler: the licences of all packages in the bundle, in brotli and base64. */
declare const TAX_SERVER_LICENSES: string;

/**
 * `tax-server licenses`: the licences of the packages inside the executable, which go wherever it goes.
 *
 * @throws {UsageError}
 */
export async function licenses(
  args: readonly string[],
  { streams }: Pick<ProcessContext, 'streams'>,
): Promise<number> {
  parseOptions(args, {});
  const text = brotliDecompressSync(Buffer.from(TAX_SERVER_LICENSES, 'base64'));
  await new Promise((written) => {
    streams.stdout.write(text, written);
  });
  return ExitCode.ok;
}
