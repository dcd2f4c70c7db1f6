import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Config } from '../config/config-schema.ts';
import { openDatabase } from '../database/database.ts';
import { requireFile } from '../database/sqlite/require-file.ts';
import { importTaxYear } from '../database/tax-years/import-tax-year.ts';
import { InvalidTaxYear } from '../database/tax-years/invalid-tax-year.ts';
import { shippedTaxYears } from '../database/tax-years/shipped-tax-years.ts';
import { formatTaxYear } from '../database/tax-years/tax-year-file.ts';
import type { TaxYearRepository } from '../database/tax-years/tax-year-repository.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { appendAudit } from '../operations/audit.ts';
import { prepare } from '../server/prepare.ts';
import type { Method } from '../tax/tax-result.ts';
import type { TaxYearDocument } from '../tax/years/tax-year-document.ts';
import { databaseMessages } from './database-messages.ts';
import { atMost, parseArguments, required } from './parse-options.ts';
import { reportingFailures } from './report-failures.ts';
import { openTaxYearFile } from './tax-years/read-tax-year-file.ts';
import { insteadOf, UsageError } from './usage-error.ts';

const OPTIONS = {
  config: { type: 'string' },
  output: { type: 'string' },
  year: { type: 'string' },
} as const;

interface Request {
  readonly years: TaxYearRepository;
  /** The year to export or to remove, or the file to import. */
  readonly operand: string;
  readonly output: string | undefined;
  readonly year: number | undefined;
  readonly config: Config;
  readonly context: ProcessContext;
}

interface Verb {
  readonly operands: number;
  /** Besides `--config`. */
  readonly option?: 'output' | 'year';
  /** Whether it creates the embedded database when there is none. */
  readonly writes?: true;
  readonly run: (request: Request) => Promise<number>;
}

/** The subcommands for the tax years of the database. */
const verbs: Readonly<Record<string, Verb>> = {
  list: { operands: 0, run: list },
  export: { operands: 1, option: 'output', run: exportYear },
  import: { operands: 1, option: 'year', writes: true, run: importFile },
  remove: { operands: 1, run: removeYear },
};

/**
 * `tax-server tax-years list | export YEAR | import FILE | remove YEAR`: shows, writes out, replaces or takes out the values
 * of an income year. A running server takes a change over by itself.
 *
 * @returns 0, 1 for the configuration or a file with issues, 2 for the database
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
        config,
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
    throw new UsageError(
      (texts) => texts.unknownCommand(`tax-years ${typed}`) + insteadOf(typed, known, texts),
    );
  }
  for (const option of ['output', 'year'] as const)
    if (values[option] !== undefined && verb.option !== option)
      throw new UsageError((texts) => texts.notOf(`--${option}`, `tax-years ${typed}`));
  const [operand] = atMost(verb.operands, operands);
  return { verb, operand: verb.operands === 0 ? '' : required(operand) };
}

/** @throws {UsageError} */
function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}$/.test(text))
    throw new UsageError((texts) => texts.badValue('--year', text, texts.incomeYear));
  return Number(text);
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function list({ years, context }: Request): Promise<number> {
  const { yearLine } = databaseMessages[context.language];
  const lines = (await years.list()).map((year) =>
    yearLine(year.incomeYear, year.legacy !== null, year.return !== null),
  );
  context.streams.stdout.write(`${lines.join('\n')}\n`);
  return ExitCode.ok;
}

async function exportYear({ years, operand, output, context }: Request): Promise<number> {
  const year = await knownYear(years, operand, context);
  if (!year) return ExitCode.configuration;
  const text = formatTaxYear(year);
  if (output === undefined) context.streams.stdout.write(text);
  else writeFileSync(resolve(context.cwd, output), text, { flag: 'wx' });
  return ExitCode.ok;
}

/** Tells which values the year lacks, and how to add them. */
function tellLackingGroups(
  before: readonly TaxYearDocument[],
  { incomeYear, return: values, neutralRates }: TaxYearDocument,
  { streams, language }: ProcessContext,
): void {
  const { withoutReturn, withoutNeutralRates } = databaseMessages[language];
  const hasFormerGrids = before.some((year) => year.incomeYear <= incomeYear && year.neutralRates.length > 0);
  if (values === null) streams.stdout.write(`${withoutReturn(incomeYear, latestShipped())}\n`);
  if (neutralRates.length === 0 && hasFormerGrids)
    streams.stdout.write(`${withoutNeutralRates(incomeYear, latestShipped())}\n`);
}

const latestShipped = () => shippedTaxYears().at(-1)?.incomeYear ?? 0;

/** The year in the database; reports when there is none. */
async function knownYear(
  years: TaxYearRepository,
  operand: string,
  { streams, language }: ProcessContext,
): Promise<TaxYearDocument | undefined> {
  const known = await years.list();
  const year = known.find(({ incomeYear }) => String(incomeYear) === operand);
  const names = known.map(({ incomeYear }) => incomeYear).join(', ');
  if (!year) streams.stderr.write(`${databaseMessages[language].yearUnknown(operand, names)}\n`);
  return year;
}

async function importFile(request: Request): Promise<number> {
  const { years, operand, year, context } = request;
  const { imported } = databaseMessages[context.language];
  const file = openTaxYearFile(resolve(context.cwd, operand), context.language);
  const source = { values: file.values, name: basename(operand), adminDataYear: year };
  const before = await years.list();
  const result = await importTaxYear(years, source).catch((error: unknown) => {
    throw error instanceof InvalidTaxYear ? file.format(error.issues) : error;
  });
  const { incomeYear } = result.year;
  context.streams.stdout.write(`${imported(incomeYear, result.replaced)}\n`);
  tellLackingGroups(before, result.year, context);
  await tellDefaultYear(before, request);
  const detail = `${incomeYear} from ${basename(operand)}${result.replaced ? ', replaced' : ''}`;
  record('tax-year-import', detail, request);
  return ExitCode.ok;
}

async function removeYear(request: Request): Promise<number> {
  const { years, operand, config, context } = request;
  const messages = databaseMessages[context.language];
  const before = await years.list();
  const year = await knownYear(years, operand, context);
  if (!year) return ExitCode.configuration;
  const { incomeYear } = year;
  const shipped = shippedTaxYears().find((one) => one.incomeYear === incomeYear);
  if (!shipped && config.tax.income_year === incomeYear) {
    context.streams.stderr.write(`${messages.yearInUse(incomeYear)}\n`);
    return ExitCode.configuration;
  }
  await (shipped ? years.save(shipped) : years.remove(incomeYear));
  context.streams.stdout.write(`${messages.removed(incomeYear, shipped !== undefined)}\n`);
  await tellDefaultYear(before, request);
  record('tax-year-remove', `${incomeYear}${shipped ? ', as shipped' : ''}`, request);
  return ExitCode.ok;
}

/** Tells when the default year of requests changes, or would change without the configuration. */
async function tellDefaultYear(
  before: readonly TaxYearDocument[],
  { years, config, context }: Request,
): Promise<void> {
  const { method, income_year } = config.tax;
  const after = await years.list();
  const [former, latest] = [before, after].map((list) => latestYear(list, method));
  if (latest === undefined || former === latest) return;
  const isKept = after.some(({ incomeYear }) => incomeYear === former);
  const { defaultYear, defaultKept } = databaseMessages[context.language];
  const text =
    income_year === 'latest' ? defaultYear(latest, former ?? latest, isKept) : defaultKept(income_year);
  context.streams.stdout.write(`${text}\n`);
}

/** The year meant by `latest`: the last one that the method can compute. */
function latestYear(years: readonly TaxYearDocument[], method: Method): number | undefined {
  return years.findLast(({ legacy }) => method === 'official' || legacy !== null)?.incomeYear;
}

function record(event: 'tax-year-import' | 'tax-year-remove', detail: string, request: Request): void {
  const { config, context } = request;
  const user = context.env.USER ?? context.env.USERNAME ?? null;
  appendAudit(config.log.audit_file, { event, outcome: 'done', user, detail });
}
