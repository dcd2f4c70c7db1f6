import type { Household } from '../household.ts';
import type { OfficialResult } from '../official/result.ts';
import type { TaxYear } from '../tax-year.ts';
import { cehrStep, collectionStep, decoteStep, modestReductionStep } from './amount-due.ts';
import {
  adultScaleStep,
  capStep,
  quotientStep,
  scaleStep,
  sharesStep,
  widowedReductionStep,
} from './family-quotient.ts';
import { incomesStep, pensionAllowanceStep, taxableIncomeStep, wageAllowanceStep } from './incomes.ts';
import type { ExplanationStep } from './steps.ts';

/** How a tax came about: plain data without words, in the law's order. The last step leaves the amount due. */
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
export function explain(household: Household, result: OfficialResult, year: TaxYear): Explanation {
  const steps = [
    incomesStep(household, result),
    wageAllowanceStep(household, result, year),
    pensionAllowanceStep(household, result, year),
    taxableIncomeStep(result),
    sharesStep(household, result, year),
    quotientStep(result, year),
    scaleStep(result, year),
    adultScaleStep(result, year),
    capStep(household, result, year),
    widowedReductionStep(result, year),
    decoteStep(household, result, year),
    modestReductionStep(result, year),
    cehrStep(household, result, year),
    collectionStep(result, year),
  ];
  return {
    incomeYear: year.incomeYear,
    steps: steps.filter((step) => step !== null),
    amountDue: result.amountDue,
  };
}
