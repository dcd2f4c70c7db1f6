import { existsSync } from 'node:fs';
import { format, parse, resolve } from 'node:path';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { fileTexts } from './calculate/calculate-texts.ts';
import { calculate } from './calculate.ts';
import { isTableName } from './file-arguments.ts';

/**
 * `tax-server FILE…`: calculates each file into a new one beside it. A path with spaces that was typed without quotes
 * comes in pieces.
 *
 * @returns the exit code of the first file that `calculate` has something to say against; 0 when there is none
 */
export async function calculateDropped(args: readonly string[], context: ProcessContext): Promise<number> {
  const whole = args.join(' ');
  const files = existsSync(resolve(context.cwd, whole)) ? [whole] : args;
  const codes: number[] = [];
  for (const file of files) codes.push(await calculateBeside(file, context));
  return codes.find((code) => code !== ExitCode.ok) ?? ExitCode.ok;
}

async function calculateBeside(file: string, context: ProcessContext): Promise<number> {
  const { streams, cwd, language } = context;
  const texts = fileTexts[language];
  if (!isTableName(file)) {
    streams.stderr.write(`${/\.ya?ml$/i.test(file) ? texts.isConfiguration(file) : texts.isNoTable(file)}\n`);
    return ExitCode.configuration;
  }
  const result = freeName(resolve(cwd, file), texts.resultSuffix);
  const code = await calculate(['--output', result, '--', file], context);
  if (code !== ExitCode.configuration && code !== ExitCode.database)
    streams.stdout.write(`${texts.resultIn(result)}\n`);
  return code;
}

/** The first free name beside a file: `households-result.csv`, `households-result-2.csv`… */
function freeName(file: string, suffix: string): string {
  const { dir, name, ext: own } = parse(file);
  // The results have no macros.
  const ext = own.toLowerCase() === '.xlsm' ? '.xlsx' : own;
  const named = (count: string) => format({ dir, name: `${name}-${suffix}${count}`, ext });
  let candidate = named('');
  for (let count = 2; existsSync(candidate); count++) candidate = named(`-${count}`);
  return candidate;
}
