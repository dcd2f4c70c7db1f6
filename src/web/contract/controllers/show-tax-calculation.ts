import { type ActionResult, accepted } from '../action-result.ts';

/** Leads to an empty calculation form (contract §1.2, état 800). */
export function showTaxCalculation(): ActionResult {
  return accepted(800, '');
}
