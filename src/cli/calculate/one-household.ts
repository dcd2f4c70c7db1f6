import type { Column, Field } from '../../bulk/fields.ts';
import { householdReader } from '../../bulk/household-reader.ts';
import { formatIssues } from '../../bulk/texts/format-issues.ts';
import type { Language } from '../../model/language.ts';
import { type CalculationResult, calculate } from '../../tax/calculation-result.ts';
import { CannotCalculate } from '../../tax/cannot-calculate.ts';
import { askWithholding } from '../../tax/withholding/ask.ts';
import type { Withholding } from '../../tax/withholding/withholding.ts';
import { WithholdingRefused } from '../../tax/withholding/withholding-refused.ts';
import { formatCannotCalculate } from '../../words/box-issue-texts.ts';
import { formatBoxWarning } from '../../words/box-warning-texts.ts';
import { formatWithholdingIssue } from '../../words/withholding-issue-texts.ts';
import { UsageError } from '../usage-error.ts';
import { type ResultTexts, resultTexts } from './calculate-texts.ts';
import type { OpenCalculator } from './open-calculator.ts';

/** The household on the command line, by field. */
export type HouseholdTexts = Readonly<
  Partial<Record<Field, { readonly option: string; readonly text: string }>>
>;

/** A result, with the withholding on request. */
export interface HouseholdResult extends CalculationResult {
  readonly withholding?: Withholding;
}

/**
 * Calculates one household.
 *
 * @throws {UsageError} with all its issues
 */
export function calculateOne(
  given: HouseholdTexts,
  { calculator, defaultIncomeYear }: OpenCalculator,
  language: Language,
  withRates: boolean,
): HouseholdResult {
  const entries = Object.entries(given) as [Field, { option: string; text: string }][];
  const columns = entries.map(([field, { option }], position): Column => ({ field, position, name: option }));
  const read = householdReader(columns, { known: calculator.years, byDefault: defaultIncomeYear });
  const reading = read(entries.map(([, { text }]) => text));
  if ('issues' in reading) throw new UsageError(() => formatIssues(reading.issues, language));
  const { household, incomeYear } = reading;
  try {
    const result = calculate({ household, incomeYear, calculator });
    return withRates && calculator.method === 'official'
      ? { ...result, withholding: askWithholding(calculator, household, incomeYear) }
      : result;
  } catch (error) {
    const words = formatRefusal(error, language);
    if (words === null) throw error;
    throw new UsageError(() => words);
  }
}

/** Why there is no amount or no rate; null for a defect. */
function formatRefusal(error: unknown, language: Language): string | null {
  if (error instanceof CannotCalculate) return formatCannotCalculate(error.reason, language);
  if (error instanceof WithholdingRefused) return formatWithholdingIssue(error.issue, language);
  return null;
}

/** The result as a table for people: names on the left, figures in one column. */
export function resultTable(result: HouseholdResult, language: Language): string {
  const texts = resultTexts[language];
  const rows = [
    ...rowsOf(result, texts, formats(language)),
    ...rateRows(result.withholding, texts, formats(language)),
  ];
  const names = Math.max(...rows.map(([name]) => name.length));
  const figures = Math.max(...rows.map(([, figure]) => figure.length));
  const lines = rows.map(([name, figure]) => `${name.padEnd(names)}  ${figure.padStart(figures)}`);
  const warnings = result.warnings.map((warning) => formatBoxWarning(warning, language));
  return `${[...lines, ...warnings].join('\n')}\n`;
}

type Formats = ReturnType<typeof formats>;

function formats(language: Language) {
  const euros = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(language);
  return { euros, percent, number };
}

/** The known rates, one a row. */
function rateRows(
  withholding: Withholding | undefined,
  texts: ResultTexts,
  { percent }: Formats,
): [name: string, figure: string][] {
  if (withholding === undefined) return [];
  const { household, individual, neutral } = withholding;
  const rateText = (rate: number | undefined) =>
    rate === undefined ? texts.unknownRate : percent.format(rate);
  return [
    [texts.householdRate, rateText(household?.rates[0])],
    ...(individual?.rates ?? []).map((rate, index): [string, string] => [
      texts.individualRate(index + 1),
      rateText(rate),
    ]),
    ...(neutral?.persons ?? []).map(({ declarant, rate }): [string, string] => [
      texts.neutralRate(declarant),
      rateText(rate),
    ]),
  ];
}

function rowsOf(
  result: CalculationResult,
  texts: ResultTexts,
  { euros, percent, number }: Formats,
): [name: string, figure: string][] {
  const { intermediateAmounts: amounts } = result;
  const tax: [string, string][] = [
    [texts.decote, euros.format(result.decote)],
    [texts.reduction, euros.format(result.reduction)],
    [texts.surcharge, euros.format(result.surcharge)],
    [texts.rate, percent.format(result.rate)],
  ];
  const before: [string, string][] = amounts
    ? [
        [texts.wageAllowance, euros.format(amounts.wageAllowance)],
        [texts.pensionAllowance, euros.format(amounts.pensionAllowance)],
        [texts.taxableIncome, euros.format(amounts.taxableIncome)],
        [texts.shares, number.format(amounts.shares)],
        [texts.taxWithAllShares, euros.format(amounts.taxWithAllShares)],
        [texts.taxAfterCap, euros.format(amounts.taxAfterCap)],
      ]
    : [];
  const after: [string, string][] = amounts ? [[texts.cehr, euros.format(amounts.cehr)]] : [];
  const amount = (name: string, value: number | null): [string, string][] =>
    value === null || value === 0 ? [] : [[name, euros.format(value)]];
  const whole = [
    ...amount(texts.reductions, result.reductions),
    ...amount(texts.credits, result.credits),
    ...amount(texts.referenceIncome, result.referenceIncome),
  ];
  const settled =
    result.withheld === 0
      ? []
      : [...amount(texts.withheld, result.withheld), ...amount(texts.balance, result.balance)];
  return [
    [texts.incomeYear, String(result.incomeYear)],
    [texts.method, result.method],
    ...before,
    ...tax,
    ...after,
    ...whole,
    [texts.amountDue, euros.format(result.amountDue)],
    ...settled,
  ];
}
