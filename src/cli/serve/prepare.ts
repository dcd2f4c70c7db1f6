import type { Config } from '../../config/config-schema.ts';
import { findConfig } from '../../config/find-config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { type OpenLog, openLog } from '../../operations/log.ts';
import type { CliContext } from '../context.ts';
import type { ServeOptions } from './options.ts';

/** What a start has before it touches the network or the database. */
export interface Prepared {
  readonly config: Config;
  /** The YAML file that was read; null when the defaults run. */
  readonly configFile: string | null;
  readonly log: OpenLog;
}

/**
 * Reads the configuration and opens the log.
 *
 * @throws {ConfigError} with all faults of the file
 * @throws {LogFileError}
 */
export function prepare(options: ServeOptions, context: CliContext): Prepared {
  const found = findConfig({ option: options.config ?? null, cwd: context.cwd, baseDir: context.baseDir });
  const { config, file } = loadConfig({ file: found.file, baseDir: context.baseDir, env: context.env });
  const server = {
    ...config.server,
    ...(options.host !== undefined && { host: options.host }),
    ...(options.port !== undefined && { port: options.port }),
  };
  return {
    config: { ...config, server },
    configFile: file,
    log: openLog(config.log, context.streams.stdout),
  };
}
