import type { Household } from '../household.ts';
import type { OfficialResult } from '../official/result.ts';
import type { TaxYear } from '../tax-year.ts';
import { addCollectionSteps, addReliefSteps } from './amount-due.ts';
import { addCapSteps, addScaleSteps } from './family-quotient.ts';
import { addIncomeSteps, incomesStep } from './incomes.ts';
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
  const steps: ExplanationStep[] = [incomesStep(household, result)];
  addIncomeSteps(steps, household, result, year);
  addScaleSteps(steps, household, result, year);
  addCapSteps(steps, household, result, year);
  addReliefSteps(steps, household, result, year);
  addCollectionSteps(steps, household, result, year);
  return { incomeYear: year.incomeYear, steps, amountDue: result.amountDue };
}
