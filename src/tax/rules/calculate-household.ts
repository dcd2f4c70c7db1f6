import { CannotCalculate } from '../cannot-calculate.ts';
import { pensionAllowance } from '../official/allowance.ts';
import type { DeclarantAllowances, OfficialResult } from '../official/official-result.ts';
import type { Household } from '../return/household.ts';
import { boxesOf } from '../return/household-boxes.ts';
import { calculateReturn } from './calculate-return.ts';
import { complete, type EverydayReturn } from './filled-return.ts';
import { pensionsOf } from './pensions.ts';
import type { ReturnResult } from './return-result.ts';
import type { PreparedReturnYear } from './return-year.ts';

/** The return of a household, with every box. */
export function returnOf(household: Household, year: number): EverydayReturn {
  const { situation, residence = 'metropole' } = household;
  return { year, situation, residence, boxes: complete(boxesOf(household)) };
}

/** A return with its tax and the values of its year. */
export interface Assessment {
  readonly filled: EverydayReturn;
  readonly result: ReturnResult;
  readonly year: PreparedReturnYear;
}

/** @throws {CannotCalculate} */
export function assess(household: Household, incomeYear: number, year: PreparedReturnYear): Assessment {
  const filled = returnOf(household, incomeYear);
  const result = calculateReturn(filled, year);
  if ('notEstablished' in result) throw new CannotCalculate('cdhrNotEstablished');
  return { filled, result, year };
}

/**
 * The result of a household that fills in more than wages, pensions and children, in the form of any other: see
 * {@link calculateReturn}, whose amounts it has as `everyday`.
 *
 * @throws {CannotCalculate}
 */
export function calculateEveryday(
  household: Household,
  incomeYear: number,
  year: PreparedReturnYear,
): OfficialResult {
  const assessment = assess(household, incomeYear, year);
  return officialResult(assessment.result, allowancesOf(assessment));
}

/** What each declarant may deduct from wages, the actual costs included, and from pensions. */
function allowancesOf({ filled, result, year }: Assessment): readonly DeclarantAllowances[] {
  const { boxes } = filled;
  const { pensionAllowance: values } = year.base;
  return result.wages.map(({ deduction }, index) => ({
    salary: deduction,
    pension: pensionAllowance(pensionsOf(boxes, index === 0 ? 0 : 1), values),
  }));
}

function officialResult(result: ReturnResult, allowances: readonly DeclarantAllowances[]): OfficialResult {
  const { quotient, reductions, credits, settlement } = result;
  const used = reductions.aidGifts + reductions.nursingHome + reductions.schooling + reductions.gifts;
  return {
    amountDue: settlement.amountDue,
    surcharge: quotient.tax - quotient.withShares,
    decote: result.decote,
    reduction: result.modestReduction,
    rate: quotient.bracket.rate,
    allowances,
    wageAllowance: allowances.reduce((sum, { salary }) => sum + salary, 0),
    pensionAllowance: result.pensionDeduction,
    taxableIncome: result.taxableIncome,
    shares: result.shares,
    adultShares: result.adultShares,
    taxWithAllShares: quotient.withShares,
    taxWithAdultShares: quotient.withAdultShares,
    familyQuotientCap: quotient.cap,
    capped: quotient.isCapped,
    widowedReduction: quotient.extraReduction,
    taxAfterCap: quotient.tax,
    incomeTax: result.taxAfterReductions,
    cehr: result.cehr,
    total: result.total,
    referenceIncome: result.referenceIncome,
    reductions: used,
    credits: credits.total,
    withheld: settlement.withheld,
    balance: settlement.balance,
    everyday: result,
  };
}
