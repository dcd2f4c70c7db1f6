import { divideHalfUp } from '../official/exact.ts';
import type { DeclarantAllowances, OfficialResult } from '../official/official-result.ts';
import type { Declarant } from '../return/household.ts';
import { RATE_UNITS, rateUnits } from '../years/rate-units.ts';
import type { Allowance, LegalSource, TaxYear } from '../years/tax-year.ts';
import type {
  AllowanceBasis,
  ExplainedAllowance,
  IncomesStep,
  PensionAllowanceStep,
  TaxableIncomeStep,
  WageAllowanceStep,
} from './explanation-steps.ts';

/** Sums have no legal source. */
const NONE: readonly LegalSource[] = [];

/** Wages and pensions with their deductions, in the order of the declarants. Whole euros. */
export interface Earnings {
  /** All wages and pensions together. */
  readonly total: number;
  readonly declarants: readonly Declarant[];
  readonly allowances: readonly DeclarantAllowances[];
  /** Whether each declarant deducts actual costs; absent when nobody does. */
  readonly hasActualCosts?: readonly boolean[];
  /** All wage allowances together. */
  readonly wageAllowance: number;
  /** All pension allowances together, within the household's ceiling. */
  readonly pensionAllowance: number;
}

type Kind = keyof Declarant;

function basisOf(income: number, flat: number, amount: number, { min, max }: Allowance): AllowanceBasis {
  if (amount === income && income < Math.max(flat, min)) return 'income';
  if (amount > flat) return 'min';
  return amount === max && amount < flat ? 'max' : 'rate';
}

/** A line for each declarant who has this kind of income. */
function explainedAllowances(
  { declarants, allowances, hasActualCosts }: Earnings,
  kind: Kind,
  values: Allowance,
): readonly ExplainedAllowance[] {
  const explained: ExplainedAllowance[] = [];
  const units = rateUnits(values.rate);
  // A loop: with nested lists this would take longer than the whole calculation.
  for (let index = 0; index < declarants.length; index++) {
    const income = declarants[index]?.[kind] ?? 0;
    if (income === 0) continue;
    const amount = allowances[index]?.[kind] ?? 0;
    const flat = divideHalfUp(income * units, RATE_UNITS);
    const isCosts = kind === 'salary' && hasActualCosts?.[index] === true;
    const basis = isCosts ? 'costs' : basisOf(income, flat, amount, values);
    explained.push({ declarant: index + 1, income, flat, basis, amount });
  }
  return explained;
}

/** The income: the first step of every calculation. */
export function incomesStep({ declarants, total }: Earnings): IncomesStep {
  return { id: 'incomes', before: 0, after: total, declarants, sources: NONE };
}

/** Null without a salary. */
export function wageAllowanceStep(earnings: Earnings, year: TaxYear): WageAllowanceStep | null {
  const allowances = explainedAllowances(earnings, 'salary', year.wageAllowance);
  if (allowances.length === 0) return null;
  const { total: before } = earnings;
  const { rate, min, max } = year.wageAllowance;
  return {
    id: 'wageAllowance',
    before,
    after: before - earnings.wageAllowance,
    rate,
    min,
    max,
    allowances,
    amount: earnings.wageAllowance,
    sources: year.sources.wageAllowance,
  };
}

/** Null without a pension. */
export function pensionAllowanceStep(earnings: Earnings, year: TaxYear): PensionAllowanceStep | null {
  const allowances = explainedAllowances(earnings, 'pension', year.pensionAllowance);
  if (allowances.length === 0) return null;
  const before = earnings.total - earnings.wageAllowance;
  const { rate, min, max } = year.pensionAllowance;
  return {
    id: 'pensionAllowance',
    before,
    after: before - earnings.pensionAllowance,
    rate,
    min,
    max,
    allowances,
    sum: allowances.reduce((sum, { amount }) => sum + amount, 0),
    amount: earnings.pensionAllowance,
    sources: year.sources.pensionAllowance,
  };
}

/** The income after the allowances. */
export function taxableIncomeStep(
  before: number,
  {
    taxableIncome,
    wageAllowance,
    pensionAllowance,
  }: Pick<OfficialResult, 'taxableIncome' | 'wageAllowance' | 'pensionAllowance'>,
): TaxableIncomeStep {
  return {
    id: 'taxableIncome',
    before,
    after: taxableIncome,
    wageAllowance,
    pensionAllowance,
    sources: NONE,
  };
}
