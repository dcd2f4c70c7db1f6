import * as z from 'zod';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { pauseBeforeClosing } from '../operations/pause-before-closing.ts';
import { areFiles, isFile } from './file-arguments.ts';
import type { CommandName } from './help/help-texts.ts';
import { commandHelp, overview, usage } from './help.ts';
import { isHelp, withPlainDashes } from './spelling.ts';
import { insteadOf, UsageError } from './usage-error.ts';
import { usageTexts } from './usage-texts.ts';

// Schemas run a few times at the start: compiling them would take longer.
z.config({ jitless: true });

type Command = (args: readonly string[], context: ProcessContext) => Promise<number>;

/** Each command is loaded when it is called, so that it does not slow the start of others. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
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
export async function run(args: readonly string[], context: ProcessContext): Promise<number> {
  const code = await runCommand(withPlainDashes(args), context).catch((error: unknown) => {
    context.streams.stderr.write(`tax-server: ${error instanceof Error ? error.stack : String(error)}\n`);
    return ExitCode.configuration;
  });
  if (code !== ExitCode.ok) await pauseBeforeClosing(context);
  return code;
}

async function runCommand(args: readonly string[], context: ProcessContext): Promise<number> {
  const { language, cwd, version } = context;
  const [first = '', ...rest] = args;
  if (first === '--version') return print(`${version}\n`, context);
  if (first.toLowerCase() === 'help') return runCommand([...rest, '--help'], context);
  const isNamed = first !== '' && !first.startsWith('-') && !isHelp(first);
  if (!isNamed && args.some(isHelp)) return print(overview(language), context);
  if (!isCommand(first) && areFiles(args, cwd)) {
    const { calculateDropped } = await import('./dropped-files.ts');
    return calculateDropped(args, context);
  }
  return isNamed ? runNamed(first, rest, context) : runNamed('serve', args, context);
}

async function runNamed(typed: string, args: readonly string[], context: ProcessContext): Promise<number> {
  const { language, streams, cwd } = context;
  let name: CommandName | null = null;
  try {
    name = knownCommand(typed, cwd);
    if (args.some(isHelp)) return print(commandHelp(name, language), context);
    const command = await commands[name]();
    return await command(args, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.stderr.write(`tax-server: ${error.format(usageTexts[language])}\n${usage(name, language)}`);
    return ExitCode.configuration;
  }
}

function print(text: string, { streams }: ProcessContext): number {
  streams.stdout.write(text);
  return ExitCode.ok;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** @throws {UsageError} for an unknown command */
function knownCommand(name: string, cwd: string): CommandName {
  if (isCommand(name)) return name;
  throw new UsageError((texts) => {
    const instead = isFile(name, cwd)
      ? texts.meant(`calculate ${name}`)
      : insteadOf(name, Object.keys(commands), texts);
    return texts.unknownCommand(name) + instead;
  });
}
