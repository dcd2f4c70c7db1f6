import type { Declarant, Household } from '../household.ts';
import { divideHalfUp } from '../official/exact.ts';
import type { OfficialResult } from '../official/result.ts';
import { RATE_UNITS, rateUnits } from '../rates.ts';
import type { Allowance, LegalSource, TaxYear } from '../tax-year.ts';
import type { AllowanceBasis, ExplainedAllowance, ExplanationStep } from './steps.ts';

/** Adding up needs no law. */
const NONE: readonly LegalSource[] = [];

function basisOf(income: number, flat: number, amount: number, { min, max }: Allowance): AllowanceBasis {
  if (amount === income && income < Math.max(flat, min)) return 'income';
  if (amount > flat) return 'min';
  return amount === max && amount < flat ? 'max' : 'rate';
}

/** One line for each declarant who has this kind of income. */
function explainedAllowances(
  kind: keyof Declarant,
  household: Household,
  result: OfficialResult,
  values: Allowance,
): ExplainedAllowance[] {
  const units = rateUnits(values.rate);
  const explained: ExplainedAllowance[] = [];
  for (let index = 0; index < household.declarants.length; index++) {
    const income = household.declarants[index]?.[kind] ?? 0;
    if (income === 0) continue;
    const amount = result.allowances[index]?.[kind] ?? 0;
    const flat = divideHalfUp(income * units, RATE_UNITS);
    explained.push({
      declarant: index + 1,
      income,
      flat,
      basis: basisOf(income, flat, amount, values),
      amount,
    });
  }
  return explained;
}

/** From what was earned to what is taxed. */
export function addIncomeSteps(
  steps: ExplanationStep[],
  household: Household,
  result: OfficialResult,
  year: TaxYear,
): void {
  const { wageAllowance, pensionAllowance, taxableIncome } = result;
  const { sources } = year;
  const incomes = taxableIncome + wageAllowance + pensionAllowance;
  steps.push({ id: 'incomes', before: 0, after: incomes, declarants: household.declarants, sources: NONE });

  const wages = explainedAllowances('salary', household, result, year.wageAllowance);
  if (wages.length > 0) {
    const { rate, min, max } = year.wageAllowance;
    steps.push({
      id: 'wageAllowance',
      before: incomes,
      after: incomes - wageAllowance,
      rate,
      min,
      max,
      allowances: wages,
      amount: wageAllowance,
      sources: sources.wageAllowance,
    });
  }

  const pensions = explainedAllowances('pension', household, result, year.pensionAllowance);
  if (pensions.length > 0) {
    const { rate, min, max } = year.pensionAllowance;
    let sum = 0;
    for (const { amount } of pensions) sum += amount;
    steps.push({
      id: 'pensionAllowance',
      before: incomes - wageAllowance,
      after: taxableIncome,
      rate,
      min,
      max,
      allowances: pensions,
      sum,
      amount: pensionAllowance,
      sources: sources.pensionAllowance,
    });
  }

  steps.push({
    id: 'taxableIncome',
    before: incomes,
    after: taxableIncome,
    wageAllowance,
    pensionAllowance,
    sources: NONE,
  });
}
