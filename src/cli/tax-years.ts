import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { openDatabase } from '../database/database.ts';
import { requireFile } from '../database/sqlite/require-file.ts';
import { importTaxYear } from '../database/tax-years/import.ts';
import type { TaxYearRepository } from '../database/tax-years/repository.ts';
import { formatTaxYear } from '../database/tax-years/tax-year-file.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { appendAudit } from '../operations/audit.ts';
import { prepare } from '../server/prepare.ts';
import { databaseMessages } from './database-messages.ts';
import { atMost, parseArguments, required } from './parse-options.ts';
import { reportingFailures } from './report-failures.ts';
import { insteadOf, UsageError } from './usage-error.ts';

const OPTIONS = {
  config: { type: 'string' },
  output: { type: 'string' },
  year: { type: 'string' },
} as const;

interface Request {
  readonly years: TaxYearRepository;
  /** The year to export, or the file to import. */
  readonly operand: string;
  readonly output: string | undefined;
  readonly year: number | undefined;
  /** Where an import is recorded. */
  readonly auditFile: string;
  readonly context: ProcessContext;
}

interface Verb {
  readonly operands: number;
  /** Beside `--config`. */
  readonly option?: 'output' | 'year';
  /** Whether it makes the embedded database when there is none yet. */
  readonly writes?: true;
  readonly run: (request: Request) => Promise<number>;
}

/** What can be done with the tax years of the database. */
const verbs: Readonly<Record<string, Verb>> = {
  list: { operands: 0, run: list },
  export: { operands: 1, option: 'output', run: exportYear },
  import: { operands: 1, option: 'year', writes: true, run: importFile },
};

/**
 * `tax-server tax-years list | export YEAR | import FILE`: shows, writes out or replaces the values of an income year. A
 * running server takes an import over by itself.
 *
 * @returns 0, 1 for the configuration or a file with faults, 2 for the database
 * @throws {UsageError}
 */
export function taxYears(args: readonly string[], context: ProcessContext): Promise<number> {
  const { values, positionals } = parseArguments(args, OPTIONS);
  const { verb, operand } = understand(positionals, values);
  const year = yearOf(values.year);
  return reportingFailures(context, async () => {
    const { config } = prepare({ config: values.config }, context);
    if (!verb.writes && config.database.kind === 'sqlite') requireFile(config.database.file);
    const database = openDatabase(config, { log: silent, clock: Date.now, onStateChange: () => undefined });
    try {
      await database.start();
      return await verb.run({
        years: database.taxYearRepository,
        operand,
        output: values.output,
        year,
        auditFile: config.log.audit_file,
        context,
      });
    } finally {
      await database.close();
    }
  });
}

/** @throws {UsageError} */
function understand(
  [name, ...operands]: readonly string[],
  values: { readonly output?: string; readonly year?: string },
): { verb: Verb; operand: string } {
  const typed = required(name);
  const verb = Object.hasOwn(verbs, typed) ? verbs[typed] : undefined;
  if (!verb) {
    const known = Object.keys(verbs);
    throw new UsageError((say) => say.unknownCommand(`tax-years ${typed}`) + insteadOf(typed, known, say));
  }
  for (const option of ['output', 'year'] as const)
    if (values[option] !== undefined && verb.option !== option)
      throw new UsageError((say) => say.notOf(`--${option}`, `tax-years ${typed}`));
  const [operand] = atMost(verb.operands, operands);
  return { verb, operand: verb.operands === 0 ? '' : required(operand) };
}

/** @throws {UsageError} */
function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}$/.test(text)) throw new UsageError((say) => say.badValue('--year', text, say.incomeYear));
  return Number(text);
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function list({ years, context }: Request): Promise<number> {
  const { yearLine } = databaseMessages[context.language];
  const lines = (await years.list()).map(({ incomeYear, course }) => yearLine(incomeYear, course !== null));
  context.streams.stdout.write(`${lines.join('\n')}\n`);
  return ExitCode.ok;
}

async function exportYear({ years, operand, output, context }: Request): Promise<number> {
  const { yearUnknown } = databaseMessages[context.language];
  const known = await years.list();
  const year = known.find(({ incomeYear }) => String(incomeYear) === operand);
  if (!year) {
    context.streams.stderr.write(
      `${yearUnknown(operand, known.map(({ incomeYear }) => incomeYear).join(', '))}\n`,
    );
    return ExitCode.configuration;
  }
  const text = formatTaxYear(year);
  if (output === undefined) context.streams.stdout.write(text);
  else writeFileSync(resolve(context.cwd, output), text, { flag: 'wx' });
  return ExitCode.ok;
}

async function importFile({ years, operand, year, auditFile, context }: Request): Promise<number> {
  const { imported } = databaseMessages[context.language];
  const text = readFileSync(resolve(context.cwd, operand), 'utf8');
  const result = await importTaxYear(years, { text, name: basename(operand), adminDataYear: year });
  context.streams.stdout.write(`${imported(result.year.incomeYear, result.replaced)}\n`);
  appendAudit(auditFile, {
    event: 'tax-year-import',
    outcome: 'done',
    user: context.env.USER ?? context.env.USERNAME ?? null,
    detail: `${result.year.incomeYear} from ${basename(operand)}${result.replaced ? ', replaced' : ''}`,
  });
  return ExitCode.ok;
}
