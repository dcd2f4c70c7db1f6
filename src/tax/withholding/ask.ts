import type { Household } from '../return/household.ts';
import type { OfficialCalculator } from '../tax-calculator.ts';
import { FIRST_RATE_YEAR } from './first-rate-year.ts';
import { monthsOf } from './plan.ts';
import type { WithholdingQuestion } from './question.ts';
import { asFraction } from './rate.ts';
import { ratesInShort } from './rates-in-short.ts';
import { type Withholding, withholding } from './withholding.ts';
import { WithholdingRefused } from './withholding-refused.ts';

/**
 * The withholding from a household's pay.
 *
 * @throws {UnknownIncomeYear}
 * @throws {CannotCalculate}
 * @throws {WithholdingRefused}
 */
export function askWithholding(
  calculator: OfficialCalculator,
  household: Household,
  incomeYear: number,
  question: WithholdingQuestion = {},
): Withholding {
  return withholding(calculator.assess(household, incomeYear), question, calculator.neutralGrids);
}

/** A household's own rates as fractions, and when they apply. */
export interface AskedRates extends Pick<Withholding, 'from' | 'to' | 'standard' | 'leftOut'> {
  /** Null where it cannot be calculated. */
  readonly household: number | null;
  /** One for each declarant; null also for a single person. */
  readonly individual: readonly number[] | null;
}

/**
 * Only the household's own rates, to be shown with the tax.
 *
 * @throws {UnknownIncomeYear}
 * @throws {CannotCalculate}
 * @throws {WithholdingRefused}
 */
export function askRates(
  calculator: OfficialCalculator,
  household: Household,
  incomeYear: number,
): AskedRates {
  if (incomeYear < FIRST_RATE_YEAR)
    throw new WithholdingRefused({ code: 'yearWithoutRates', year: incomeYear, from: FIRST_RATE_YEAR });
  const rates = ratesInShort(calculator.assess(household, incomeYear));
  const months = monthsOf(incomeYear);
  return {
    from: months.at(0) ?? '',
    to: months.at(-1) ?? '',
    standard: rates.standard,
    household: rates.household === null ? null : asFraction(rates.household),
    individual: rates.individual?.map(asFraction) ?? null,
    leftOut: rates.leftOut,
  };
}
