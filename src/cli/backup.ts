import { resolve } from 'node:path';
import { backUp } from '../database/sqlite/sqlite-backup.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { prepare } from '../server/prepare.ts';
import { databaseMessages } from './database-messages.ts';
import { atMost, parseArguments, required } from './parse-options.ts';
import { reportingFailures } from './report-failures.ts';

/**
 * `tax-server backup FILE [--config FILE]`: copies the embedded database while the server runs.
 *
 * @returns 0, 1 for the configuration, 2 for the database
 * @throws {UsageError}
 */
export function backup(args: readonly string[], context: ProcessContext): Promise<number> {
  const { values, positionals } = parseArguments(args, { config: { type: 'string' } });
  const name = required(atMost(1, positionals)[0]);
  return reportingFailures(context, async () => {
    const { config } = prepare({ config: values.config }, context);
    const messages = databaseMessages[context.language];
    if (config.database.kind !== 'sqlite') {
      context.streams.stderr.write(`${messages.backupOfServer(config.database.kind)}\n`);
      return ExitCode.configuration;
    }
    const destination = resolve(context.cwd, name);
    await backUp(config.database.file, destination);
    context.streams.stdout.write(`${messages.backedUp(config.database.file, destination)}\n`);
    return ExitCode.ok;
  });
}
