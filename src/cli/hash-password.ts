import { ExitCode } from '../model/exit-codes.ts';
import { hashPassword as hash } from '../users/password-hash.ts';
import { parseOptions } from './parse-options.ts';
import { NoPassword, type PromptContext, readNewPassword } from './password-prompt.ts';

/**
 * `tax-server hash-password`: turns a password into the hash for `users` in config.yaml. Only the hash goes to the
 * standard output, so that it can be redirected. The password is never an argument: others could see it there.
 *
 * @returns 0, or 1 when no password was given
 * @throws {UsageError}
 */
export async function hashPassword(args: readonly string[], context: PromptContext): Promise<number> {
  const { stdout, stderr } = context.streams;
  parseOptions(args, {});
  try {
    stdout.write(`${await hash(await readNewPassword(context))}\n`);
    return ExitCode.ok;
  } catch (error) {
    if (!(error instanceof NoPassword)) throw error;
    stderr.write(`${error.message}\n`);
    return ExitCode.configuration;
  }
}
