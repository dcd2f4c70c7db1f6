import type { Separator } from '../csv/cells.ts';
import type { Language } from '../model/language.ts';
import { unlessImpossible } from '../tax/cannot-calculate.ts';
import type { Household } from '../tax/return/household.ts';
import type { OfficialCalculator } from '../tax/tax-calculator.ts';
import { toCents } from '../tax/withholding/cents.ts';
import type { NeutralGrid } from '../tax/withholding/neutral-grid.ts';
import { gridAt, neutralRate } from '../tax/withholding/neutral-rate.ts';
import type { Tenths } from '../tax/withholding/rate.ts';
import { type RatesInShort, ratesInShort } from '../tax/withholding/rates-in-short.ts';

interface RateColumn {
  readonly en: string;
  readonly fr: string;
  readonly of: (rates: RatesInShort) => Tenths | null;
}

/** Rates of withholding, in percent with one decimal; empty where there is none. */
const OWN_RATES: readonly RateColumn[] = [
  { en: 'householdRate', fr: 'taux foyer', of: ({ household }) => household },
  { en: 'individualRate1', fr: 'taux 1', of: ({ individual }) => individual?.[0] ?? null },
  { en: 'individualRate2', fr: 'taux 2', of: ({ individual }) => individual?.[1] ?? null },
];

const NEUTRAL_RATE = { en: 'neutralRate', fr: 'taux neutre' } as const;

/** @param hasPay whether the file has a month's pay, which gives a neutral rate */
export function rateNames(language: Language, hasPay: boolean): readonly string[] {
  return [...OWN_RATES, ...(hasPay ? [NEUTRAL_RATE] : [])].map((names) => names[language]);
}

/**
 * Makes the cells of the rates, each after a separator.
 *
 * @returns a function of a household and its pay of a month in euros, null without one
 */
export function rateCells(
  calculator: OfficialCalculator,
  separator: Separator,
  hasPay: boolean,
): (household: Household, incomeYear: number, pay: number | null) => string {
  const cell = (rate: Tenths | null) => separator + (rate === null ? '' : (rate / 10).toFixed(1));
  return (household, incomeYear, pay) => {
    const rates = unlessImpossible(() => ratesInShort(calculator.assess(household, incomeYear)));
    const own = OWN_RATES.map(({ of }) => cell(rates && of(rates))).join('');
    return hasPay
      ? own + cell(pay === null ? null : neutralRateOf(calculator.neutralGrids, household, pay))
      : own;
  };
}

/** The rate in the latest grid of the place where the household lives; null without a grid. */
function neutralRateOf(
  grids: readonly NeutralGrid[],
  { residence = 'metropole' }: Household,
  pay: number,
): Tenths | null {
  const date = grids.at(-1)?.from;
  return date === undefined
    ? null
    : neutralRate(gridAt(grids, { territory: residence, date }), toCents(pay)).rate;
}
