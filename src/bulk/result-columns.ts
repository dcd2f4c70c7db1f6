import type { Separator } from '../csv/cells.ts';
import { numberText } from '../csv/number-text.ts';
import type { OfficialResult } from '../tax/official/official-result.ts';
import type { Household } from '../tax/return/household.ts';
import type { OfficialCalculator, TaxCalculator } from '../tax/tax-calculator.ts';
import type { TaxResult } from '../tax/tax-result.ts';
import { rateCells, rateNames } from './rate-columns.ts';

interface ResultColumn<Result> {
  readonly en: string;
  readonly fr: string;
  readonly of: (result: Result) => number;
}

/** The result columns of every method. Whole euros; the rate is a fraction. */
const TAX: readonly ResultColumn<TaxResult>[] = [
  { en: 'amountDue', fr: 'impôt', of: ({ amountDue }) => amountDue },
  { en: 'rate', fr: 'taux', of: ({ rate }) => rate },
  { en: 'decote', fr: 'décôte', of: ({ decote }) => decote },
  { en: 'reduction', fr: 'réduction', of: ({ reduction }) => reduction },
  { en: 'surcharge', fr: 'surcôte', of: ({ surcharge }) => surcharge },
];

/** More columns of the official method. */
const OFFICIAL: readonly ResultColumn<OfficialResult>[] = [
  ...TAX,
  { en: 'cehr', fr: 'CEHR', of: ({ cehr }) => cehr },
  { en: 'taxableIncome', fr: 'revenu imposable', of: ({ taxableIncome }) => taxableIncome },
  { en: 'shares', fr: 'parts', of: ({ shares }) => shares },
];

/** Columns that depend on the whole return. */
const WHOLE: readonly ResultColumn<OfficialResult>[] = [
  ...OFFICIAL,
  { en: 'referenceIncome', fr: 'revenu fiscal de référence', of: ({ referenceIncome }) => referenceIncome },
  { en: 'reductions', fr: 'réductions', of: ({ reductions }) => reductions },
  { en: 'credits', fr: 'crédits', of: ({ credits }) => credits },
  { en: 'withheld', fr: 'retenue', of: ({ withheld }) => withheld },
  { en: 'balance', fr: 'solde', of: ({ balance }) => balance },
];

export const ERROR_NAME = { en: 'error', fr: 'erreur' } as const;

/** The result columns by method and language; the longer groups first. Version 1.0 wrote `OFFICIAL`. */
export const RESULT_BLOCKS: readonly (readonly string[])[] = (['fr', 'en'] as const).flatMap((language) => {
  const named = (columns: readonly { fr: string; en: string }[]) => columns.map((names) => names[language]);
  const error = ERROR_NAME[language];
  return [
    [...named(WHOLE), ...rateNames(language, true), error],
    [...named(WHOLE), ...rateNames(language, false), error],
    ...[WHOLE, OFFICIAL, TAX].map((columns) => [...named(columns), error]),
  ];
});

/** The results of a calculator as cells. */
export interface ResultColumns {
  readonly names: { readonly en: readonly string[]; readonly fr: readonly string[] };
  /**
   * @param pay of a month, in euros; null without one
   * @returns the cells, each after a separator
   * @throws {UnknownIncomeYear}
   * @throws {CannotCalculate}
   */
  calculate(household: Household, incomeYear: number, pay: number | null): string;
}

/** The rates of withholding beside the tax; null for none. */
export type Rates = { readonly hasPay: boolean } | null;

/**
 * @param decimalPoint French spreadsheets, which separate cells by semicolons, write 0,14
 * @param rates of withholding, which the official method has
 */
export function resultColumns(
  calculator: TaxCalculator,
  separator: Separator,
  decimalPoint: ',' | '.',
  rates: Rates = null,
): ResultColumns {
  if (calculator.method === 'legacy') return columnsOf(calculator, TAX, separator, decimalPoint);
  const whole = columnsOf(calculator, WHOLE, separator, decimalPoint);
  return rates === null ? whole : withRates(whole, calculator, separator, decimalPoint, rates.hasPay);
}

function withRates(
  { names, calculate }: ResultColumns,
  calculator: OfficialCalculator,
  separator: Separator,
  decimalPoint: ',' | '.',
  hasPay: boolean,
): ResultColumns {
  const cells = rateCells(calculator, separator, hasPay);
  return {
    names: {
      en: [...names.en, ...rateNames('en', hasPay)],
      fr: [...names.fr, ...rateNames('fr', hasPay)],
    },
    calculate: (household, incomeYear, pay) =>
      calculate(household, incomeYear, pay) + cells(household, incomeYear, pay).replaceAll('.', decimalPoint),
  };
}

function columnsOf<Result>(
  calculator: { calculate(household: Household, incomeYear: number): Result },
  columns: readonly ResultColumn<Result>[],
  separator: Separator,
  decimalPoint: ',' | '.',
): ResultColumns {
  return {
    names: { en: columns.map(({ en }) => en), fr: columns.map(({ fr }) => fr) },
    calculate(household, incomeYear) {
      const result = calculator.calculate(household, incomeYear);
      let cells = '';
      for (const { of } of columns) cells += separator + numberText(of(result));
      return decimalPoint === '.' ? cells : cells.replaceAll('.', ',');
    },
  };
}
