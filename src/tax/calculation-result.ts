import type { Method, TaxResult } from './calculation.ts';
import { explain } from './explanation/explain.ts';
import type { ExplanationStep } from './explanation/steps.ts';
import type { Household } from './household.ts';
import type { OfficialResult } from './official/result.ts';
import type { TaxOffice } from './tax-office.ts';

/** What is to be computed, and by whom. */
export interface Calculation {
  readonly household: Household;
  readonly incomeYear: number;
  readonly office: TaxOffice;
}

type IntermediateAmounts = Omit<OfficialResult, keyof TaxResult>;

/** What programs are told of one calculation among many: whole euros, rates as fractions. */
export interface ShortResult extends TaxResult {
  readonly incomeYear: number;
  readonly method: Method;
  /** Null for the method `course`, which has none. */
  readonly intermediateAmounts: IntermediateAmounts | null;
}

/** What they are told of a single one. */
export interface CalculationResult extends ShortResult {
  readonly steps: readonly ExplanationStep[];
}

/** Computes, with every intermediate amount that the method has, and without explaining. */
export function calculateInShort({ household, incomeYear, office }: Calculation): ShortResult {
  if (office.method === 'course')
    return shortResult(incomeYear, 'course', office.calculate(household, incomeYear), null);
  const result = office.calculate(household, incomeYear);
  return shortResult(incomeYear, 'official', result, intermediateAmounts(result));
}

/** Computes, with every intermediate amount and step that the method has. */
export function calculate(calculation: Calculation): CalculationResult {
  const { household, incomeYear, office } = calculation;
  if (office.method === 'course') return { ...calculateInShort(calculation), steps: [] };
  const result = office.calculate(household, incomeYear);
  const { steps } = explain(household, result, office.yearValues(incomeYear));
  return { ...shortResult(incomeYear, 'official', result, intermediateAmounts(result)), steps };
}

function shortResult(
  incomeYear: number,
  method: Method,
  { amountDue, rate, decote, reduction, surcharge }: TaxResult,
  amounts: IntermediateAmounts | null,
): ShortResult {
  return { incomeYear, method, amountDue, rate, decote, reduction, surcharge, intermediateAmounts: amounts };
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
