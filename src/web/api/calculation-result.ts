import type { Method, TaxResult } from '../../tax/calculation.ts';
import { explain } from '../../tax/explanation/explain.ts';
import type { ExplanationStep } from '../../tax/explanation/steps.ts';
import type { OfficialResult } from '../../tax/official/result.ts';
import type { Calculation } from './calculation-input.ts';

/** What the API answers to a calculation: whole euros, rates as fractions. */
export interface CalculationResult extends TaxResult {
  readonly incomeYear: number;
  readonly method: Method;
  /** Null for the method `course`, which has none. */
  readonly intermediateAmounts: Omit<OfficialResult, keyof TaxResult> | null;
  readonly steps: readonly ExplanationStep[];
}

/** Computes, with every intermediate amount that the method has, and without explaining. */
export function calculateInShort({
  household,
  incomeYear,
  office,
}: Calculation): Omit<CalculationResult, 'steps'> {
  if (office.method === 'course') {
    const { amountDue, rate, decote, reduction, surcharge } = office.calculate(household, incomeYear);
    const tax = { amountDue, rate, decote, reduction, surcharge };
    return { incomeYear, method: 'course', ...tax, intermediateAmounts: null };
  }
  const result = office.calculate(household, incomeYear);
  const { amountDue, rate, decote, reduction, surcharge, ...intermediateAmounts } = result;
  const tax = { amountDue, rate, decote, reduction, surcharge };
  return { incomeYear, method: 'official', ...tax, intermediateAmounts };
}

/** Computes, with every intermediate amount and step that the method has. */
export function calculate(calculation: Calculation): CalculationResult {
  return { ...calculateInShort(calculation), steps: stepsOf(calculation) };
}

function stepsOf({ household, incomeYear, office }: Calculation): readonly ExplanationStep[] {
  if (office.method === 'course') return [];
  const result = office.calculate(household, incomeYear);
  return explain(household, result, office.yearValues(incomeYear)).steps;
}
