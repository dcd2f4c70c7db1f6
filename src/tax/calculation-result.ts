import { averageRate } from './average-rate.ts';
import { explain } from './explanation/explain.ts';
import type { ExplanationStep } from './explanation/explanation-steps.ts';
import type { OfficialResult } from './official/official-result.ts';
import { type BoxWarning, boxWarnings } from './return/box-warnings.ts';
import type { Household } from './return/household.ts';
import type { TaxCalculator } from './tax-calculator.ts';
import type { Method, TaxResult } from './tax-result.ts';

/** What is to be computed, and by whom. */
export interface Calculation {
  readonly household: Household;
  readonly incomeYear: number;
  readonly calculator: TaxCalculator;
}

/** The amounts of the return beside the tax. */
type Settled = Pick<OfficialResult, 'referenceIncome' | 'reductions' | 'credits' | 'withheld' | 'balance'>;

/** Null for the method `legacy`, which knows none of it. */
type Amounts = { readonly [Name in keyof Settled]: number | null };

type IntermediateAmounts = Omit<OfficialResult, keyof TaxResult | keyof Settled | 'everyday'>;

/** What programs get of one calculation among many: whole euros, rates as fractions. */
export interface ShortResult extends TaxResult, Amounts {
  readonly incomeYear: number;
  readonly method: Method;
  /** What part of all incomes the amount due is; null without income. A fraction with at most four decimals. */
  readonly averageRate: number | null;
  /** Null for the method `legacy`, which has none. */
  readonly intermediateAmounts: IntermediateAmounts | null;
}

const NO_AMOUNTS: Amounts = {
  referenceIncome: null,
  reductions: null,
  credits: null,
  withheld: null,
  balance: null,
};

/** What they get of a single one. */
export interface CalculationResult extends ShortResult {
  /** What is hardly meant and was calculated all the same. */
  readonly warnings: readonly BoxWarning[];
  readonly steps: readonly ExplanationStep[];
}

/** Computes, with every intermediate amount that the method has, and without explaining. */
export function calculateInShort(calculation: Calculation): ShortResult {
  const { household, incomeYear, calculator } = calculation;
  if (calculator.method === 'legacy')
    return shortResult(calculation, calculator.calculate(household, incomeYear), NO_AMOUNTS, null);
  const result = calculator.calculate(household, incomeYear);
  return shortResult(calculation, result, result, intermediateAmounts(result));
}

/** Computes, with every intermediate amount and step that the method has. */
export function calculate(calculation: Calculation): CalculationResult {
  const { household, incomeYear, calculator } = calculation;
  if (calculator.method === 'legacy') return { ...calculateInShort(calculation), warnings: [], steps: [] };
  const result = calculator.calculate(household, incomeYear);
  const { steps } = explain(household, result, calculator.yearValues(incomeYear));
  const short = shortResult(calculation, result, result, intermediateAmounts(result));
  return { ...short, warnings: boxWarnings(household), steps };
}

function shortResult(
  { household, incomeYear, calculator }: Calculation,
  result: TaxResult | OfficialResult,
  { referenceIncome, reductions, credits, withheld, balance }: Amounts,
  amounts: IntermediateAmounts | null,
): ShortResult {
  const { amountDue, rate, decote, reduction, surcharge } = result;
  return {
    incomeYear,
    method: calculator.method,
    amountDue,
    rate,
    averageRate: averageRate(household, result),
    decote,
    reduction,
    surcharge,
    referenceIncome,
    reductions,
    credits,
    withheld,
    balance,
    intermediateAmounts: amounts,
  };
}

/** Spelt out: leaving the others out of a copy takes as long as the calculation. */
function intermediateAmounts(result: OfficialResult): IntermediateAmounts {
  return {
    allowances: result.allowances,
    wageAllowance: result.wageAllowance,
    pensionAllowance: result.pensionAllowance,
    taxableIncome: result.taxableIncome,
    shares: result.shares,
    adultShares: result.adultShares,
    taxWithAllShares: result.taxWithAllShares,
    taxWithAdultShares: result.taxWithAdultShares,
    familyQuotientCap: result.familyQuotientCap,
    capped: result.capped,
    widowedReduction: result.widowedReduction,
    taxAfterCap: result.taxAfterCap,
    incomeTax: result.incomeTax,
    cehr: result.cehr,
    total: result.total,
  };
}
