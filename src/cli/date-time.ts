import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { backendOrigin } from '../server/addresses.ts';
import { drain, listen, PortError } from '../server/listen.ts';
import { explainPort } from '../server/port-failure.ts';
import { dateTimePage } from '../web/http/date-time-page.ts';
import { dateTimeAddress } from './apache-config/date-time-site.ts';
import { parseOptions } from './parse-options.ts';

type DateTimeContext = Pick<ProcessContext, 'streams' | 'language' | 'platform' | 'stopRequested'>;

const HOST = '127.0.0.1';
const DRAIN_MS = 1_000;

/**
 * `tax-server date-time [--port N] [--mount-alias /PATH]`: one page with the current date and time, to check a virtual
 * host before the application itself.
 *
 * @returns 0 after a normal stop, 1 when the port is taken
 * @throws {UsageError}
 */
export async function dateTime(args: readonly string[], context: DateTimeContext): Promise<number> {
  const { streams, stopRequested } = context;
  const values = parseOptions(args, { port: { type: 'string' }, 'mount-alias': { type: 'string' } });
  const { port, alias } = dateTimeAddress({ port: values.port, mountAlias: values['mount-alias'] });
  try {
    const server = await listen(
      dateTimePage(alias, () => new Date()),
      HOST,
      port,
    );
    streams.stdout.write(`tax-server ready on ${backendOrigin(HOST, server.port)}${alias}\n`);
    await stopRequested;
    await drain(server.http, { noticeMs: 0, drainMs: DRAIN_MS });
    return ExitCode.ok;
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    streams.stderr.write(`${explainPort(error, context)}\n`);
    return ExitCode.configuration;
  }
}
