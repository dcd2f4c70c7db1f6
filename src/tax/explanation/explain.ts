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
    steps,
    amountDue: result.amountDue,
  };
}

function shortSteps(household: Household, result: OfficialResult, year: TaxYear): readonly ExplanationStep[] {
  const { situation, declarants } = household;
  const { allowances, wageAllowance, pensionAllowance } = result;
  const total = incomeOf(household);
  const earnings = { total, declarants, allowances, wageAllowance, pensionAllowance };
  const { taxAfterCap, incomeTax, reduction, cehr } = result;
  const steps: ExplanationStep[] = [];
  add(steps, incomesStep(earnings));
  add(steps, wageAllowanceStep(earnings, year));
  add(steps, pensionAllowanceStep(earnings, year));
  add(steps, taxableIncomeStep(total, result));
  add(steps, sharesStep(household, result, year));
  add(steps, quotientStep(result, year));
  add(steps, scaleStep(result, year));
  add(steps, adultScaleStep(result, year));
  add(steps, capStep(household, result, year));
  add(steps, widowedReductionStep(result, year));
  add(steps, decoteStep(situation, { before: taxAfterCap, amount: result.decote }, year));
  add(steps, modestReductionStep(result, { before: incomeTax + reduction, amount: reduction }, year));
  add(steps, cehrStep(situation, result.taxableIncome, { before: incomeTax, amount: cehr }, year));
  add(steps, collectionStep(result.total, result.amountDue, year));
  return steps;
}

function add(steps: ExplanationStep[], step: ExplanationStep | null): void {
  if (step !== null) steps.push(step);
}
