import type { Household } from '../household.ts';
import { divideHalfUp } from '../official/exact.ts';
import type { OfficialResult } from '../official/result.ts';
import { RATE_UNITS, rateUnits } from '../rates.ts';
import type { Allowance, LegalSource, TaxYear } from '../tax-year.ts';
import type {
  AllowanceBasis,
  ExplainedAllowance,
  IncomesStep,
  PensionAllowanceStep,
  TaxableIncomeStep,
  WageAllowanceStep,
} from './steps.ts';

/** Adding up needs no law. */
const NONE: readonly LegalSource[] = [];

function earned({ taxableIncome, wageAllowance, pensionAllowance }: OfficialResult): number {
  return taxableIncome + wageAllowance + pensionAllowance;
}

function basisOf(income: number, flat: number, amount: number, { min, max }: Allowance): AllowanceBasis {
  if (amount === income && income < Math.max(flat, min)) return 'income';
  if (amount > flat) return 'min';
  return amount === max && amount < flat ? 'max' : 'rate';
}

function explainedAllowance(
  declarant: number,
  income: number,
  amount: number,
  values: Allowance,
): ExplainedAllowance {
  const flat = divideHalfUp(income * rateUnits(values.rate), RATE_UNITS);
  return { declarant, income, flat, basis: basisOf(income, flat, amount, values), amount };
}

/** One kind of income, and the allowance on it: of the first declarant, and of the second where there is one. */
interface TwoIncomes {
  readonly first: number;
  readonly second: number;
}

/** A line for each declarant who has this kind of income. */
function explainedAllowances(
  incomes: TwoIncomes,
  amounts: TwoIncomes,
  values: Allowance,
): readonly ExplainedAllowance[] {
  if (incomes.second === 0) return [explainedAllowance(1, incomes.first, amounts.first, values)];
  const second = explainedAllowance(2, incomes.second, amounts.second, values);
  return incomes.first === 0
    ? [second]
    : [explainedAllowance(1, incomes.first, amounts.first, values), second];
}

/** What was earned: where every calculation begins. */
export function incomesStep({ declarants }: Household, result: OfficialResult): IncomesStep {
  return { id: 'incomes', before: 0, after: earned(result), declarants, sources: NONE };
}

/** Null without a salary. */
export function wageAllowanceStep(
  { declarants }: Household,
  result: OfficialResult,
  year: TaxYear,
): WageAllowanceStep | null {
  const incomes = { first: declarants[0].salary, second: declarants[1]?.salary ?? 0 };
  if (incomes.first + incomes.second === 0) return null;
  const { allowances } = result;
  const amounts = { first: allowances[0]?.salary ?? 0, second: allowances[1]?.salary ?? 0 };
  const before = earned(result);
  const { rate, min, max } = year.wageAllowance;
  return {
    id: 'wageAllowance',
    before,
    after: before - result.wageAllowance,
    rate,
    min,
    max,
    allowances: explainedAllowances(incomes, amounts, year.wageAllowance),
    amount: result.wageAllowance,
    sources: year.sources.wageAllowance,
  };
}

/** Null without a pension. */
export function pensionAllowanceStep(
  { declarants }: Household,
  { allowances, pensionAllowance, taxableIncome }: OfficialResult,
  year: TaxYear,
): PensionAllowanceStep | null {
  const incomes = { first: declarants[0].pension, second: declarants[1]?.pension ?? 0 };
  if (incomes.first + incomes.second === 0) return null;
  const amounts = { first: allowances[0]?.pension ?? 0, second: allowances[1]?.pension ?? 0 };
  const { rate, min, max } = year.pensionAllowance;
  return {
    id: 'pensionAllowance',
    before: taxableIncome + pensionAllowance,
    after: taxableIncome,
    rate,
    min,
    max,
    allowances: explainedAllowances(incomes, amounts, year.pensionAllowance),
    sum: amounts.first + amounts.second,
    amount: pensionAllowance,
    sources: year.sources.pensionAllowance,
  };
}

/** What the allowances leave. */
export function taxableIncomeStep(result: OfficialResult): TaxableIncomeStep {
  const { taxableIncome, wageAllowance, pensionAllowance } = result;
  return {
    id: 'taxableIncome',
    before: earned(result),
    after: taxableIncome,
    wageAllowance,
    pensionAllowance,
    sources: NONE,
  };
}
