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

/** Computes, with every intermediate amount and step that the method has. */
export function calculate({ household, incomeYear, office }: Calculation): CalculationResult {
  if (office.method === 'course') {
    const { amountDue, rate, decote, reduction, surcharge } = office.calculate(household, incomeYear);
    return {
      incomeYear,
      method: 'course',
      amountDue,
      rate,
      decote,
      reduction,
      surcharge,
      intermediateAmounts: null,
      steps: [],
    };
  }
  const result = office.calculate(household, incomeYear);
  const { amountDue, rate, decote, reduction, surcharge, ...intermediateAmounts } = result;
  const { steps } = explain(household, result, office.yearValues(incomeYear));
  return {
    incomeYear,
    method: 'official',
    amountDue,
    rate,
    decote,
    reduction,
    surcharge,
    intermediateAmounts,
    steps,
  };
}
