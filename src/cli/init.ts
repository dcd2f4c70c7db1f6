import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CONFIG_NAMES } from '../config/find-config.ts';
import { settings } from '../config/settings.ts';
import { configTemplate } from '../config/template.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { hashPassword } from '../users/password-hash.ts';
import { configMessages } from './config-messages.ts';
import { parseOptions } from './parse-options.ts';
import { NoPassword, readNewPassword } from './password-prompt.ts';

type InitContext = Pick<ProcessContext, 'streams' | 'cwd' | 'baseDir' | 'language'>;

const ADMIN = 'admin';
/** It has a password hash: only the owner may read it, on systems with owners. */
const OWNER_ONLY = 0o600;

/** The file could not be written; the message says why, in the user's language. */
class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

/** The file to write, and the files that forbid it: without an option, each that the server would read. */
function target(option: string | undefined, { cwd, baseDir }: InitContext) {
  if (option !== undefined) return { file: resolve(cwd, option), taken: [resolve(cwd, option)] };
  return {
    file: resolve(baseDir, CONFIG_NAMES[0]),
    taken: CONFIG_NAMES.map((name) => resolve(baseDir, name)),
  };
}

function writeNew(file: string, text: string, { language }: InitContext): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: OWNER_ONLY });
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new NotWritten(configMessages[language].cannotWrite(file, reason), { cause });
  }
}

async function write(option: string | undefined, context: InitContext): Promise<string> {
  const { language } = context;
  const messages = configMessages[language];
  const { file, taken } = target(option, context);
  const existing = taken.find((path) => existsSync(path));
  if (existing !== undefined) throw new NotWritten(messages.alreadyThere(existing));
  const password_hash = await hashPassword(await readNewPassword(context, messages.askPasswordOf(ADMIN)));
  const users = [{ login: ADMIN, password_hash }];
  writeNew(file, configTemplate({ language, pages: language, users }), context);
  return file;
}

/**
 * `tax-server init [--config FILE]`: writes a first config.yaml with every setting, commented in the user's language, and
 * the admin's password as a hash. Never overwrites.
 *
 * @returns 0 when it is written, 1 when not
 * @throws {UsageError}
 */
export async function init(args: readonly string[], context: InitContext): Promise<number> {
  const { stdout, stderr } = context.streams;
  const { config: option } = parseOptions(args, { config: { type: 'string' } });
  try {
    const file = await write(option, context);
    const named = option === undefined ? '' : ` --config ${quoted(option)}`;
    stdout.write(`${configMessages[context.language].written(file, named, defaultUrl(), ADMIN)}\n`);
    return ExitCode.ok;
  } catch (error) {
    if (!(error instanceof NoPassword || error instanceof NotWritten)) throw error;
    stderr.write(`${error.message}\n`);
    return ExitCode.configuration;
  }
}

/** The address of a server with the first configuration. */
function defaultUrl(): string {
  const [host, port, prefix] = [
    settings['server.host'],
    settings['server.port'],
    settings['server.url_prefix'],
  ];
  return `http://${host.value}:${port.value}${prefix.value}`;
}

function quoted(path: string): string {
  return path.includes(' ') ? `"${path}"` : path;
}
