import { parseOptions } from '../parse-options.ts';
import { wholeNumber } from '../whole-number.ts';

export interface ServeOptions {
  /** As typed: relative to the current folder. */
  readonly config: string | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** Undefined when neither `--open` nor `--no-open` was given. */
  readonly open: boolean | undefined;
}

/** @throws {UsageError} */
export function parseServeOptions(args: readonly string[]): ServeOptions {
  const values = parseOptions(args, {
    config: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    open: { type: 'boolean' },
    // Any argument forbids the pause (CliContext.isDoubleClick): this one says it.
    pause: { type: 'boolean' },
  });
  return {
    config: values.config,
    host: values.host,
    port: values.port === undefined ? undefined : wholeNumber('--port', values.port, 0, 65_535),
    open: values.open,
  };
}
