import type { OfficialResult } from '../official/official-result.ts';
import { type Household, incomeOf } from '../return/household.ts';
import type { TaxYear } from '../years/tax-year.ts';
import type { TaxYearDocument } from '../years/tax-year-document.ts';
import { cehrStep, collectionStep, decoteStep, modestReductionStep } from './amount-due.ts';
import { everydaySteps, isExplainedWhole } from './everyday.ts';
import {
  adultScaleStep,
  capStep,
  quotientStep,
  scaleStep,
  sharesStep,
  widowedReductionStep,
} from './explain-family-quotient.ts';
import type { ExplanationStep } from './explanation-steps.ts';
import { incomesStep, pensionAllowanceStep, taxableIncomeStep, wageAllowanceStep } from './incomes.ts';

/**
 * How a tax was calculated: data without words, in the law's order. The last step leaves the amount due, or with
 * withholding the balance.
 */
export interface Explanation {
  readonly incomeYear: number;
  readonly steps: readonly ExplanationStep[];
  readonly amountDue: number;
}

/**
 * Explains a result of the official method step by step. Steps that do not concern the household are left out; what
 * rounding adds is a figure of its own, so that each step adds up (CGI art. 1657: half up to the euro).
 *
 * @param result what `calculateOfficial` makes of the household in that year
 */
export function explain(household: Household, result: OfficialResult, year: TaxYearDocument): Explanation {
  const steps = isExplainedWhole(result)
    ? everydaySteps(household, result, year)
    : shortSteps(household, result, year);
  return {
    incomeYear: year.incomeYear,
    steps: steps.filter((step) => step !== null),
    amountDue: result.amountDue,
  };
}

function shortSteps(
  household: Household,
  result: OfficialResult,
  year: TaxYear,
): readonly (ExplanationStep | null)[] {
  const { situation, declarants } = household;
  const { allowances, wageAllowance, pensionAllowance } = result;
  const total = incomeOf(household);
  const earnings = { total, declarants, allowances, wageAllowance, pensionAllowance };
  const { taxAfterCap, incomeTax, reduction, cehr } = result;
  return [
    incomesStep(earnings),
    wageAllowanceStep(earnings, year),
    pensionAllowanceStep(earnings, year),
    taxableIncomeStep(total, result),
    sharesStep(household, result, year),
    quotientStep(result, year),
    scaleStep(result, year),
    adultScaleStep(result, year),
    capStep(household, result, year),
    widowedReductionStep(result, year),
    decoteStep(situation, { before: taxAfterCap, amount: result.decote }, year),
    modestReductionStep(result, { before: incomeTax + reduction, amount: reduction }, year),
    cehrStep(situation, result.taxableIncome, { before: incomeTax, amount: cehr }, year),
    collectionStep(result.total, result.amountDue, year),
  ];
}
