import { averageRate } from './average-rate.ts';
import { explain } from './explanation/explain.ts';
import type { ExplanationStep } from './explanation/explanation-steps.ts';
import type { OfficialResult } from './official/official-result.ts';
import { type BoxWarning, boxWarnings } from './return/box-warnings.ts';
import type { Household } from './return/household.ts';
import type { TaxCalculator } from './tax-calculator.ts';
import type { Method, TaxResult } from './tax-result.ts';

/** What to compute, with which calculator. */
export interface Calculation {
  readonly household: Household;
  readonly incomeYear: number;
  readonly calculator: TaxCalculator;
}

/** The other amounts of the return. */
type Settled = Pick<OfficialResult, 'referenceIncome' | 'reductions' | 'credits' | 'withheld' | 'balance'>;

/** Null for the method `legacy`, which does not compute them. */
type Amounts = { readonly [Name in keyof Settled]: number | null };

type IntermediateAmounts = Omit<OfficialResult, keyof TaxResult | keyof Settled | 'everyday'>;

/** The result of one calculation among many, for programs: whole euros, rates as fractions. */
export interface ShortResult extends TaxResult, Amounts {
  readonly incomeYear: number;
  readonly method: Method;
  /** The amount due as a fraction of all income; null without income. At most four decimals. */
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

/** The result of a single calculation, for programs. */
export interface CalculationResult extends ShortResult {
  /** Values that are probably a mistake; they were calculated as given. */
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

/** Written out: copying without the other fields takes as long as the calculation. */
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
