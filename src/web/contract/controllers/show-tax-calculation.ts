import { accepted, type Outcome } from '../action-result.ts';

/** Leads to an empty calculation form (contract §1.2, état 800). */
export function showTaxCalculation(): Outcome {
  return accepted(800, '');
}
