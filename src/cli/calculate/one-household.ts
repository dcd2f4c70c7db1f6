import type { Column, Field } from '../../bulk/fields.ts';
import { householdReader } from '../../bulk/household.ts';
import { faultsInWords } from '../../bulk/texts/texts.ts';
import { type CalculationResult, calculate } from '../../tax/calculation-result.ts';
import { CannotCalculate } from '../../tax/cannot-calculate.ts';
import { cannotCalculateInWords } from '../../words/box-faults.ts';
import { UsageError } from '../usage-error.ts';
import type { OpenOffice } from './open-office.ts';
import { type ResultTexts, resultTexts } from './texts.ts';

/** What the command line says of the household, by field. */
export type HouseholdTexts = Readonly<
  Partial<Record<Field, { readonly option: string; readonly text: string }>>
>;

/**
 * Calculates one household.
 * @throws {UsageError} with everything that is wrong with it
 */
export function calculateOne(
  said: HouseholdTexts,
  { office, defaultIncomeYear }: OpenOffice,
  language: 'fr' | 'en',
): CalculationResult {
  const entries = Object.entries(said) as [Field, { option: string; text: string }][];
  const columns = entries.map(([field, { option }], position): Column => ({ field, position, name: option }));
  const read = householdReader(columns, { known: office.years, byDefault: defaultIncomeYear });
  const reading = read(entries.map(([, { text }]) => text));
  if ('faults' in reading) throw new UsageError(() => faultsInWords(reading.faults, language));
  try {
    return calculate({ ...reading, office });
  } catch (error) {
    if (!(error instanceof CannotCalculate)) throw error;
    const { reason } = error;
    throw new UsageError(() => cannotCalculateInWords(reason, language));
  }
}

/** The result as a table for people: names on the left, figures in one column. */
export function resultTable(result: CalculationResult, language: 'fr' | 'en'): string {
  const texts = resultTexts[language];
  const rows = rowsOf(result, texts, formats(language));
  const names = Math.max(...rows.map(([name]) => name.length));
  const figures = Math.max(...rows.map(([, figure]) => figure.length));
  const lines = rows.map(([name, figure]) => `${name.padEnd(names)}  ${figure.padStart(figures)}`);
  return `${lines.join('\n')}\n`;
}

type Formats = ReturnType<typeof formats>;

function formats(language: 'fr' | 'en') {
  const euros = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(language);
  return { euros, percent, number };
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
