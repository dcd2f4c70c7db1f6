import type { Config } from '../../config/config-schema.ts';
import { findConfig } from '../../config/find-config.ts';
import { formatNotices } from '../../config/format-problems.ts';
import { type LoadedConfig, loadConfig } from '../../config/load-config.ts';
import type { CliContext } from '../context.ts';
import { installationId } from './installation.ts';
import type { ServeOptions } from './options.ts';

/** What a start knows before it touches the log, the network or the database. */
export interface Prepared {
  readonly config: Config;
  /** Reads it again. */
  readonly reload: () => Config;
  /** The YAML file that was read; null when the defaults run. */
  readonly configFile: string | null;
  /** The same in every start of this installation, and in no other. */
  readonly installation: string;
  /** Whether to open the browser. */
  readonly opens: boolean;
}

/**
 * Reads the configuration; the command line has the last word on host and port.
 *
 * @throws {ConfigError} with all faults of the file
 */
export function prepare(
  options: Partial<Pick<ServeOptions, 'config' | 'host' | 'port' | 'open'>>,
  { cwd, baseDir, env, streams, language, isDoubleClick }: CliContext,
): Prepared {
  const found = findConfig({ option: options.config ?? null, cwd, baseDir });
  streams.stderr.write(formatNotices(found.notices, language));
  const { config, file, notices } = read();
  streams.stderr.write(formatNotices(notices, language));
  return {
    config,
    reload: () => read().config,
    configFile: file,
    installation: installationId(file ?? baseDir),
    opens: options.open ?? isDoubleClick,
  };

  function read(): LoadedConfig {
    const loaded = loadConfig({ file: found.file, baseDir, env });
    const { server } = loaded.config;
    const { host = server.host, port = server.port } = options;
    return { ...loaded, config: { ...loaded.config, server: { ...server, host, port } } };
  }
}
