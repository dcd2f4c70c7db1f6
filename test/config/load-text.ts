import { resolve } from 'node:path';
import { ConfigError, type LocatedIssue } from '../../src/config/config-issues.ts';
import { describeIssue } from '../../src/config/format-config-issues.ts';
import { type LoadedConfig, loadConfig } from '../../src/config/load-config.ts';

export const FOLDER = resolve('/srv/taxes');
export const FILE = resolve(FOLDER, 'config.yaml');

export interface World {
  readonly env?: Record<string, string>;
  /** By absolute path, beside the configuration itself. */
  readonly files?: Record<string, string | Buffer>;
  /** The absolute path of the one folder that there is. */
  readonly writable?: string;
}

function missing(path: string): Error {
  return Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
}

/** Loads this text as config.yaml of a world that exists in memory only. */
export function load(text: string | Buffer, { env = {}, files = {}, writable }: World = {}): LoadedConfig {
  const all: Record<string, string | Buffer> = { [FILE]: text, ...files };
  return loadConfig({
    file: FILE,
    baseDir: '/elsewhere',
    env,
    readFile(path) {
      const content = all[path];
      if (content === undefined) throw missing(path);
      return Buffer.from(content as string);
    },
    checkFolder(path) {
      if (path !== writable) throw missing(path);
    },
  });
}

/** What loading this text complains about. */
export function issuesOf(text: string | Buffer, world?: World): readonly LocatedIssue[] {
  try {
    load(text, world);
  } catch (error) {
    if (error instanceof ConfigError) return error.issues;
    throw error;
  }
  return [];
}

/** `line:column key: value → code`, one for each problem. */
export function summary(text: string | Buffer, world?: World): string[] {
  return issuesOf(text, world).map(({ line, column, key, value, explanation }) => {
    const subject = [key, value].filter((part) => part !== null).join(': ');
    return `${line}:${column} ${subject}${subject && ' '}→ ${explanation.code}`;
  });
}

/** The hints of all problems, in English. */
export function hints(text: string, world?: World): string[] {
  return issuesOf(text, world).map((issue) => describeIssue(issue, 'en').hint);
}
