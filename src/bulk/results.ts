import type { TaxResult } from '../tax/calculation.ts';
import type { Household } from '../tax/household.ts';
import type { OfficialResult } from '../tax/official/result.ts';
import type { TaxOffice } from '../tax/tax-office.ts';

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

export const ERROR_NAME = { en: 'error', fr: 'erreur' } as const;

/** The names of the results in both languages: in a file that was calculated before, these columns are old. */
export const RESULT_NAMES: ReadonlySet<string> = new Set(
  [...OFFICIAL, ERROR_NAME].flatMap(({ en, fr }) => [en, fr]),
);

/** The results of an office as columns of numbers. */
export interface ResultColumns {
  readonly names: { readonly en: readonly string[]; readonly fr: readonly string[] };
  /** @throws {UnknownIncomeYear} */
  calculate(household: Household, incomeYear: number): readonly number[];
}

export function resultColumns(office: TaxOffice): ResultColumns {
  return office.method === 'official' ? columnsOf(office, OFFICIAL) : columnsOf(office, TAX);
}

function columnsOf<Result>(
  office: { calculate(household: Household, incomeYear: number): Result },
  columns: readonly ResultColumn<Result>[],
): ResultColumns {
  return {
    names: { en: columns.map(({ en }) => en), fr: columns.map(({ fr }) => fr) },
    calculate(household, incomeYear) {
      const result = office.calculate(household, incomeYear);
      return columns.map(({ of }) => of(result));
    },
  };
}
