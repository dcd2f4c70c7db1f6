import type { ActionRequest } from '../action-request.ts';
import { accepted, type Outcome, refused } from '../action-result.ts';
import { numberReaderOf } from '../inputs/number-reader.ts';
import { detailedSimulationObject } from '../representations/detailed-simulation.ts';
import { keepSimulation } from './keep-simulations.ts';

/** Computes and keeps one simulation of a household with all its details: états 1600 and 1601. */
export async function calculateDetailedTax(request: ActionRequest): Promise<Outcome> {
  const { form, session, tax, defaultIncomeYear } = request;
  // With its schemas, which a start does not wait for.
  const { parseDetailedFields } = await import('../inputs/detailed-fields.ts');
  const years = { known: tax.years, byDefault: defaultIncomeYear };
  const fields = parseDetailedFields(form, years, numberReaderOf(session.current?.type));
  if ('errors' in fields) return refused(1601, fields.errors);
  const simulation = await keepSimulation(request, fields.input);
  return { ...accepted(1600, detailedSimulationObject(simulation)), simulation };
}
