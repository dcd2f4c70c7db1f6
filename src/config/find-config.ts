import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError, type ConfigNotice, explain } from './config-issues.ts';

export interface FindOptions {
  /** The value of `--config`; null without the option. */
  readonly option: string | null;
  /** The current directory: `option` is relative to it. */
  readonly cwd: string;
  /** The folder of the executable. Without the option the file is searched here, whatever the current directory. */
  readonly baseDir: string;
}

export interface FoundConfig {
  /** The absolute path to load; null when there is none and the defaults apply. */
  readonly file: string | null;
  readonly notices: readonly ConfigNotice[];
}

/** The names of the file beside the executable; the first that exists is used. */
export const CONFIG_NAMES = ['config.yaml', 'config.yml'] as const;

/** Notepad turns `config.yaml` into `config.yaml.txt` without telling the user. */
function refuseHiddenExtension(baseDir: string): void {
  for (const expected of CONFIG_NAMES) {
    const found = `${expected}.txt`;
    const file = join(baseDir, found);
    if (!existsSync(file)) continue;
    const explanation = explain('hiddenExtension', { found, expected });
    throw new ConfigError([{ file, line: null, column: null, key: null, value: null, explanation }]);
  }
}

/**
 * The configuration file to load. A missing file given by `option` is reported when it is loaded.
 *
 * @throws {ConfigError} when the only file beside the executable has a hidden `.txt` at the end
 */
export function findConfig({ option, cwd, baseDir }: FindOptions): FoundConfig {
  if (option !== null) return { file: resolve(cwd, option), notices: [] };
  const [used, ignored] = CONFIG_NAMES.map((name) => resolve(baseDir, name)).filter((file) =>
    existsSync(file),
  );
  if (used === undefined) refuseHiddenExtension(baseDir);
  return { file: used ?? null, notices: used && ignored ? [{ code: 'bothFiles', used, ignored }] : [] };
}
