import type { ProcessContext } from '../model/process-context.ts';
import { serve as serveUntilStopped } from '../server/run-server.ts';
import { integerOption } from './integer-option.ts';
import { parseOptions } from './parse-options.ts';

/**
 * `tax-server serve`: the server from its start to its end.
 *
 * @returns 0 after a normal stop, 1 when configuration, log file or port cannot be used, 2 for the database
 * @throws {UsageError}
 */
export function serve(args: readonly string[], context: ProcessContext): Promise<number> {
  const { config, host, port, open } = parseOptions(args, {
    config: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    open: { type: 'boolean' },
    // Any argument prevents the pause (ProcessContext.isDoubleClick); this one does nothing else.
    pause: { type: 'boolean' },
  });
  const options = {
    config,
    host,
    port: port === undefined ? undefined : integerOption('--port', port, 0, 65_535),
    open,
  };
  return serveUntilStopped(options, context);
}
