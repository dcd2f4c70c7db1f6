import { ConfigError } from '../config/config-issues.ts';
import type { Config } from '../config/config-schema.ts';
import { findConfig } from '../config/find-config.ts';
import { formatIssues, formatNotices } from '../config/format-config-issues.ts';
import { loadConfig } from '../config/load-config.ts';
import { shippedTaxYears } from '../database/tax-years/shipped-tax-years.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { type ConfigMessages, configMessages } from './config-messages.ts';
import { parseOptions } from './parse-options.ts';

/**
 * `tax-server check-config [--config FILE]`: says all that is wrong with the configuration that the server would use.
 * Reads files and nothing else.
 *
 * @returns 0 when it is valid, 1 when it is not
 * @throws {UsageError}
 */
export async function checkConfig(
  args: readonly string[],
  { streams, env, cwd, baseDir, language }: CheckConfigContext,
): Promise<number> {
  const messages = configMessages[language];
  const { config: option = null } = parseOptions(args, { config: { type: 'string' } });
  try {
    const found = findConfig({ option, cwd, baseDir });
    streams.stderr.write(formatNotices(found.notices, language));
    const { file, config, notices } = loadConfig({ file: found.file, baseDir, env });
    streams.stderr.write(formatNotices(notices, language) + yearNotice(config.tax.income_year, messages));
    streams.stdout.write(`${file === null ? messages.defaultsValid(baseDir) : messages.configValid(file)}\n`);
    return ExitCode.ok;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    streams.stderr.write(`${formatIssues(error.issues, language)}\n`);
    return ExitCode.configuration;
  }
}

/** Empty when the program has the values of the year. The database is not checked. */
function yearNotice(year: Config['tax']['income_year'], messages: ConfigMessages): string {
  const shipped = shippedTaxYears().map(({ incomeYear }) => incomeYear);
  if (year === 'latest' || shipped.includes(year)) return '';
  return `${messages.yearNotShipped(year, Math.min(...shipped), Math.max(...shipped))}\n`;
}

type CheckConfigContext = Pick<ProcessContext, 'streams' | 'env' | 'cwd' | 'baseDir' | 'language'>;
