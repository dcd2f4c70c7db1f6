import { createHash } from 'node:crypto';
import type { Config } from '../config/config-schema.ts';
import { findConfig } from '../config/find-config.ts';
import { formatNotices } from '../config/format-config-issues.ts';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';
import type { ProcessContext } from '../model/process-context.ts';

/** The start options of the command line. */
export interface StartOptions {
  /** As typed: relative to the current folder. */
  readonly config?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  /** Undefined when neither `--open` nor `--no-open` was given. */
  readonly open?: boolean | undefined;
}

/** What is known before the start touches the log, the network or the database. */
export interface Prepared {
  readonly config: Config;
  /** Reads it again. */
  readonly reload: () => Config;
  /** The YAML file read; null for the defaults. */
  readonly configFile: string | null;
  /** Identifies the installation: the same at each of its starts, and different from others. */
  readonly fingerprint: string;
  /** Whether to open the browser. */
  readonly opens: boolean;
}

/**
 * Reads the configuration; host and port of the command line take precedence.
 *
 * @throws {ConfigError} with all issues of the file
 */
export function prepare(
  options: StartOptions,
  { cwd, baseDir, env, streams, language, isDoubleClick }: ProcessContext,
): Prepared {
  const found = findConfig({ option: options.config ?? null, cwd, baseDir });
  streams.stderr.write(formatNotices(found.notices, language));
  const { config, file, notices } = read();
  streams.stderr.write(formatNotices(notices, language));
  return {
    config,
    reload: () => read().config,
    configFile: file,
    fingerprint: configFingerprint(file ?? baseDir),
    opens: options.open ?? isDoubleClick,
  };

  function read(): LoadedConfig {
    const loaded = loadConfig({ file: found.file, baseDir, env });
    const { server } = loaded.config;
    const { host = server.host, port = server.port } = options;
    return { ...loaded, config: { ...loaded.config, server: { ...server, host, port } } };
  }
}

/**
 * Identifies an installation without revealing its place: two of its starts agree, and another installation on the same
 * port differs.
 *
 * @param place the YAML file, or the folder of the program when there is none
 */
function configFingerprint(place: string): string {
  return createHash('sha256').update(place).digest('hex').slice(0, 16);
}
