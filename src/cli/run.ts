import * as z from 'zod';
import type { CliContext } from './context.ts';
import { ExitCode } from './exit-codes.ts';
import { help, helpHint } from './help.ts';
import { pauseBeforeClosing } from './pause.ts';
import { meantBy, UsageError } from './usage-error.ts';

// Schemas run a few times at the start: compiling them first would cost more than it saves.
z.config({ jitless: true });

type Command = (args: readonly string[], context: CliContext) => Promise<number>;

/** Each command is loaded when it is asked for, so that none slows the start of another. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  'check-config': async () => (await import('./check-config.ts')).checkConfig,
  'hash-password': async () => (await import('./hash-password.ts')).hashPassword,
  'api-token': async () => (await import('./api-token.ts')).apiToken,
  'tax-years': async () => (await import('./tax-years.ts')).taxYears,
  calculate: async () => (await import('./calculate.ts')).calculate,
  backup: async () => (await import('./backup.ts')).backup,
  'apache-config': async () => (await import('./apache-config.ts')).apacheConfig,
  'date-time': async () => (await import('./date-time.ts')).dateTime,
  licenses: async () => (await import('./licenses.ts')).licenses,
  init: async () => (await import('./init.ts')).init,
};

/**
 * Runs the command that the arguments name, `serve` by default. Whatever goes wrong is said on the console and stays
 * readable there. Never rejects.
 *
 * @returns the exit code
 */
export async function run(args: readonly string[], context: CliContext): Promise<number> {
  const code = await runCommand(args, context).catch((error: unknown) => {
    context.streams.stderr.write(`tax-server: ${error instanceof Error ? error.stack : String(error)}\n`);
    return ExitCode.configuration;
  });
  if (code !== ExitCode.ok) await pauseBeforeClosing(context);
  return code;
}

async function runCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { stdout, stderr } = context.streams;
  const [first = 'serve', ...rest] = args;
  if (first === '--version') {
    stdout.write(`${context.version}\n`);
    return ExitCode.ok;
  }
  if (args.includes('--help')) {
    stdout.write(help(context.language));
    return ExitCode.ok;
  }
  const isOption = first.startsWith('-');
  const load = isOption ? commands.serve : Object.hasOwn(commands, first) && commands[first];
  try {
    if (!load) throw new UsageError(`unknown command: ${first}${meantBy(first, Object.keys(commands))}`);
    const command = await load();
    return await command(isOption ? args : rest, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(`tax-server: ${error.message}\n${helpHint[context.language]}\n`);
    return ExitCode.configuration;
  }
}
