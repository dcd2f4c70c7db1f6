import type { TaxResult } from '../../../tax/calculation.ts';
import { CannotCalculate, type CannotCalculateReason } from '../../../tax/cannot-calculate.ts';
import type { Household } from '../../../tax/household.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';
import { numberReaderOf } from '../inputs/number-reader.ts';
import { detailedSimulationObject } from '../representations/detailed-simulation.ts';
import { saveSimulation, unlessFull } from './save-simulations.ts';

/** Computes and keeps one simulation of a household with all its details: états 1600 and 1601. */
export async function calculateDetailedTax(request: ActionRequest): Promise<ActionResult> {
  const { form, session, tax, defaultIncomeYear } = request;
  // With its schemas, which a start does not wait for.
  const { parseDetailedFields } = await import('../inputs/detailed-fields.ts');
  const years = { known: tax.years, byDefault: defaultIncomeYear };
  const fields = parseDetailedFields(form, years, numberReaderOf(session.current?.type));
  if ('errors' in fields) return refused(1601, fields.errors);
  const { household, incomeYear } = fields.input;
  const settled = settledBy(tax, household, incomeYear);
  if ('reason' in settled) return refused(1601, [message('cannotCalculate', { cannot: settled.reason })]);
  return await unlessFull(1601, async () => {
    const simulation = await saveSimulation(request, fields.input);
    return { ...accepted(1600, detailedSimulationObject(simulation, settled.result)), simulation };
  });
}

/** The result, or why there is none. */
function settledBy(
  tax: ActionRequest['tax'],
  household: Household,
  incomeYear: number,
): { readonly result: TaxResult } | { readonly reason: CannotCalculateReason } {
  try {
    return { result: tax.calculate(household, incomeYear) };
  } catch (error) {
    if (!(error instanceof CannotCalculate)) throw error;
    return { reason: error.reason };
  }
}
