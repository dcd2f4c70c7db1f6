import { type ParseArgsConfig, parseArgs } from 'node:util';
import { meantBy, UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The options of a command that takes nothing else.
 * @throws {UsageError} for an unknown option, a missing or superfluous value, or any other argument
 */
export function parseOptions<const Known extends Options>(args: readonly string[], options: Known) {
  return understood(options, () =>
    parseArgs({ args: [...args], options, strict: true, allowNegative: true, allowPositionals: false }),
  ).values;
}

/**
 * The options and the operands of a command.
 * @throws {UsageError} for an unknown option, or a missing or superfluous value
 */
export function parseArguments<const Known extends Options>(args: readonly string[], options: Known) {
  return understood(options, () =>
    parseArgs({ args: [...args], options, strict: true, allowNegative: true, allowPositionals: true }),
  );
}

function understood<T>(options: Options, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    const { message } = cause as Error;
    const unknown = /^Unknown option '(--?[^']+)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message, { cause });
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`unknown option: ${unknown}${meantBy(unknown, known)}`, { cause });
  }
}
