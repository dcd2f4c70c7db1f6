import type { TaxResult } from '../tax/calculation.ts';
import type { Household } from '../tax/household.ts';
import type { OfficialResult } from '../tax/official/result.ts';
import type { TaxOffice } from '../tax/tax-office.ts';
import { numberText } from './number-text.ts';
import type { Separator } from './separator.ts';

interface ResultColumn<Result> {
  readonly en: string;
  readonly fr: string;
  readonly of: (result: Result) => number;
}

/** What is written behind each line, by every method. Whole euros; the rate is a fraction. */
const TAX: readonly ResultColumn<TaxResult>[] = [
  { en: 'amountDue', fr: 'impôt', of: ({ amountDue }) => amountDue },
  { en: 'rate', fr: 'taux', of: ({ rate }) => rate },
  { en: 'decote', fr: 'décôte', of: ({ decote }) => decote },
  { en: 'reduction', fr: 'réduction', of: ({ reduction }) => reduction },
  { en: 'surcharge', fr: 'surcôte', of: ({ surcharge }) => surcharge },
];

/** What the law's method knows beside. */
const OFFICIAL: readonly ResultColumn<OfficialResult>[] = [
  ...TAX,
  { en: 'cehr', fr: 'CEHR', of: ({ cehr }) => cehr },
  { en: 'taxableIncome', fr: 'revenu imposable', of: ({ taxableIncome }) => taxableIncome },
  { en: 'shares', fr: 'parts', of: ({ shares }) => shares },
];

/** What remains of it once the whole return is counted. */
const WHOLE: readonly ResultColumn<OfficialResult>[] = [
  ...OFFICIAL,
  { en: 'referenceIncome', fr: 'revenu fiscal de référence', of: ({ referenceIncome }) => referenceIncome },
  { en: 'reductions', fr: 'réductions', of: ({ reductions }) => reductions },
  { en: 'credits', fr: 'crédits', of: ({ credits }) => credits },
  { en: 'withheld', fr: 'retenue', of: ({ withheld }) => withheld },
  { en: 'balance', fr: 'solde', of: ({ balance }) => balance },
];

export const ERROR_NAME = { en: 'error', fr: 'erreur' } as const;

/** What stands behind the lines of an answer, by method and language; the longer ones first. Version 1.0 wrote `OFFICIAL`. */
export const RESULT_BLOCKS: readonly (readonly string[])[] = [WHOLE, OFFICIAL, TAX].flatMap((columns) =>
  (['fr', 'en'] as const).map((language) => [...columns, ERROR_NAME].map((names) => names[language])),
);

/** The results of an office as cells. */
export interface ResultColumns {
  readonly names: { readonly en: readonly string[]; readonly fr: readonly string[] };
  /**
   * @returns the cells, a separator before each
   * @throws {UnknownIncomeYear}
   * @throws {CannotCalculate}
   */
  calculate(household: Household, incomeYear: number): string;
}

/** @param decimalPoint spreadsheets of France, which separate cells by semicolons, write 0,14 */
export function resultColumns(
  office: TaxOffice,
  separator: Separator,
  decimalPoint: ',' | '.',
): ResultColumns {
  return office.method === 'official'
    ? columnsOf(office, WHOLE, separator, decimalPoint)
    : columnsOf(office, TAX, separator, decimalPoint);
}

function columnsOf<Result>(
  office: { calculate(household: Household, incomeYear: number): Result },
  columns: readonly ResultColumn<Result>[],
  separator: Separator,
  decimalPoint: ',' | '.',
): ResultColumns {
  return {
    names: { en: columns.map(({ en }) => en), fr: columns.map(({ fr }) => fr) },
    calculate(household, incomeYear) {
      const result = office.calculate(household, incomeYear);
      let cells = '';
      for (const { of } of columns) cells += separator + numberText(of(result));
      return decimalPoint === '.' ? cells : cells.replaceAll('.', ',');
    },
  };
}
