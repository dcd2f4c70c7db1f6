import { type Field, isIncome } from '../bulk/fields.ts';
import { ExitCode } from '../model/exit-codes.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { prepare } from '../server/prepare.ts';
import type { Method } from '../tax/tax-result.ts';
import { calculateLines } from './calculate/csv-file.ts';
import { HOUSEHOLD_OPTIONS, householdTexts } from './calculate/household-options.ts';
import { calculateOne, type HouseholdTexts, resultTable } from './calculate/one-household.ts';
import { type OpenCalculator, openCalculator } from './calculate/open-calculator.ts';
import { atMost, parseArguments } from './parse-options.ts';
import { reportingFailures } from './report-failures.ts';
import { UsageError } from './usage-error.ts';

const OPTIONS = {
  ...HOUSEHOLD_OPTIONS,
  config: { type: 'string' },
  method: { type: 'string' },
  json: { type: 'boolean' },
  output: { type: 'string' },
  withholding: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArguments<typeof OPTIONS>>['values'];

/**
 * `tax-server calculate`: one household as a table or JSON, or the lines of a file, computed as the server of this
 * configuration would.
 *
 * @returns 0, 1 for the configuration or a file that cannot be used, 2 for the database, 3 when lines are wrong
 * @throws {UsageError}
 */
export function calculate(args: readonly string[], context: ProcessContext): Promise<number> {
  const { values, positionals } = parseArguments(args, OPTIONS);
  const household = householdTexts(values);
  const [input] = atMost(1, positionals);
  if (input === undefined) checkHousehold(household, values);
  else checkFileOptions(household, values);
  const method = methodOf(values.method);

  return reportingFailures(context, async () => {
    const { config } = prepare({ config: values.config }, context);
    const open = await openCalculator(config, method);
    const withRates = values.withholding === true;
    if (withRates && open.calculator.method !== 'official')
      throw new UsageError((texts) => texts.officialOnly);
    if (input !== undefined) {
      const defaultIncomeYear = yearOf(values.year, open);
      return calculateLines(input, values.output ?? '-', { ...open, defaultIncomeYear, withRates }, context);
    }
    const result = calculateOne(household, open, context.language, withRates);
    const text = values.json ? `${JSON.stringify(result, null, 2)}\n` : resultTable(result, context.language);
    context.streams.stdout.write(text);
    return ExitCode.ok;
  });
}

/** @throws {UsageError} without an income: after a forgotten option the household would seem to owe nothing */
function checkHousehold(household: HouseholdTexts, { output }: Values): void {
  if (output !== undefined) throw new UsageError((texts) => texts.forFileOnly('--output'));
  if (!(Object.keys(household) as Field[]).some(isIncome)) throw new UsageError((texts) => texts.noIncome);
}

/** @throws {UsageError} for options of a household: the lines of the file have them */
function checkFileOptions({ incomeYear: _, ...household }: HouseholdTexts, { json }: Values): void {
  const [given] = Object.values(household);
  const option = json ? '--json' : given?.option;
  if (option !== undefined) throw new UsageError((texts) => texts.forHouseholdOnly(option));
}

/** The year of lines that give none. */
function yearOf(text: string | undefined, { calculator, defaultIncomeYear }: OpenCalculator): number {
  if (text === undefined) return defaultIncomeYear;
  const year = calculator.years.find((known) => String(known) === text);
  if (year === undefined)
    throw new UsageError((texts) => texts.badValue('--year', text, texts.oneOf(calculator.years)));
  return year;
}

function methodOf(name: string | undefined): Method | undefined {
  if (name === undefined || name === 'official' || name === 'legacy') return name;
  throw new UsageError((texts) => texts.badValue('--method', name, texts.oneOf(['official', 'legacy'])));
}
