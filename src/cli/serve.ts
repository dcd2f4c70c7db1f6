import type { Server } from 'node:http';
import { openDatabase } from '../dao/database.ts';
import { DatabaseError } from '../dao/errors.ts';
import { createApplication } from '../web/application.ts';
import type { CliContext } from './context.ts';
import { ExitCode } from './exit-codes.ts';
import { readyLines, startLines } from './serve/banner.ts';
import { drain, listen } from './serve/listen.ts';
import { type Prepared, prepare } from './serve/prepare.ts';
import { reportFailure } from './serve/report-failure.ts';
import { parseServeOptions } from './serve/options.ts';
import { signInService } from './serve/sign-in-service.ts';
import { checkIncomeYear, taxService } from './serve/tax-service.ts';
import { webServices } from './serve/web-services.ts';
import { webSettings } from './serve/web-settings.ts';

/** Under way requests have this long to finish; Windows ends a closing console after 10 s. */
const DRAIN_MS = 8_000;

/**
 * `tax-server serve`: the server from its start to its end.
 *
 * @returns 0 after a normal stop, 1 for a fault of configuration, log file or port, 2 for the database
 */
export async function serve(args: readonly string[], context: CliContext): Promise<number> {
  const options = parseServeOptions(args);
  const stops: (() => Promise<void>)[] = [];
  try {
    const prepared = prepare(options, context);
    stops.push(prepared.log.close);
    await run(prepared, context, stops);
    return ExitCode.ok;
  } catch (error) {
    return await reportFailure(error, context);
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function run(prepared: Prepared, context: CliContext, stops: (() => Promise<void>)[]): Promise<void> {
  const { config, log, alert } = prepared;
  const { stdout } = context.streams;
  log.info('[serveur] démarrage du serveur');
  stdout.write(startLines(prepared, context));
}
