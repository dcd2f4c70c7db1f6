import { yamlValue } from '../config/settings.ts';
import { isOneLine } from '../config/value-checks.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { hashApiToken } from '../users/api-token-format.ts';
import { newApiToken } from '../users/api-tokens.ts';
import { configMessages } from './config-messages.ts';
import { parseOptions } from './parse-options.ts';

const DEFAULT_NAME = 'program';
const LONGEST_NAME = 100;

/**
 * `tax-server api-token [--name NAME]`: makes a token for programs that use the API. It is printed this once, together
 * with the lines of config.yaml that let it in, which hold its hash only.
 *
 * @returns 0, or 1 when the name is none
 * @throws {UsageError}
 */
export async function apiToken(
  args: readonly string[],
  { streams, language }: Pick<ProcessContext, 'streams' | 'language'>,
): Promise<number> {
  const messages = configMessages[language];
  const { name = DEFAULT_NAME } = parseOptions(args, { name: { type: 'string' } });
  if (name === '' || name.length > LONGEST_NAME || !isOneLine(name)) {
    streams.stderr.write(`${messages.badTokenName}\n`);
    return ExitCode.configuration;
  }
  const token = newApiToken();
  streams.stdout.write(`${messages.apiToken(token, configLines(name, hashApiToken(token)))}\n`);
  return ExitCode.ok;
}

function configLines(name: string, hash: string): string {
  return ['api_tokens:', `  - name: ${yamlValue(name)}`, `    token_hash: ${hash}`].join('\n');
}
