import type { Declarant, Household } from '../household.ts';
import { divideHalfUp } from '../official/exact.ts';
import type { DeclarantAllowances, OfficialResult } from '../official/result.ts';
import { RATE_UNITS, rateUnits } from '../rates.ts';
import type { Allowance, LegalSource, TaxYear } from '../tax-year.ts';
import type { AllowanceBasis, ExplainedAllowance, ExplanationStep, IncomesStep } from './steps.ts';

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
  { declarants }: Household,
  { allowances }: OfficialResult,
  values: Allowance,
): readonly ExplainedAllowance[] {
  const first = explainedAllowance(1, kind, declarants[0], allowances[0], values);
  const second = explainedAllowance(2, kind, declarants[1], allowances[1], values);
  if (first && second) return [first, second];
  if (first) return [first];
  return second ? [second] : [];
}

function explainedAllowance(
  number: number,
  kind: keyof Declarant,
  declarant: Declarant | undefined,
  allowances: DeclarantAllowances | undefined,
  values: Allowance,
): ExplainedAllowance | null {
  if (!declarant || !allowances) return null;
  // By name: looking a member up by a variable takes several times as long.
  const income = kind === 'salary' ? declarant.salary : declarant.pension;
  const amount = kind === 'salary' ? allowances.salary : allowances.pension;
  if (income === 0) return null;
  const flat = divideHalfUp(income * rateUnits(values.rate), RATE_UNITS);
  return { declarant: number, income, flat, basis: basisOf(income, flat, amount, values), amount };
}

/** What was earned: where every calculation begins. */
export function incomesStep({ declarants }: Household, result: OfficialResult): IncomesStep {
  const after = result.taxableIncome + result.wageAllowance + result.pensionAllowance;
  return { id: 'incomes', before: 0, after, declarants, sources: NONE };
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
