import { shortHousehold } from '../../../tax/household.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';
import { parseCalculationFields } from '../inputs/calculation-fields.ts';
import { numberReaderOf } from '../inputs/number-reader.ts';
import { simulationObject } from '../representations/simulation-object.ts';
import { saveSimulation, unlessFull } from './save-simulations.ts';

/** Computes and keeps one simulation (contract §2.4). */
export async function calculateTax(request: ActionRequest): Promise<ActionResult> {
  const { form, session, tax, defaultIncomeYear } = request;
  const years = { known: tax.years, byDefault: defaultIncomeYear };
  const fields = parseCalculationFields(form, years, numberReaderOf(session.current?.type));
  if ('errors' in fields) return refused(301, fields.errors);
  const { married, children, salary, incomeYear } = fields.input;
  const household = shortHousehold(married, children, salary);
  return await unlessFull(301, async () => {
    const simulation = await saveSimulation(request, { household, incomeYear });
    return { ...accepted(300, simulationObject(simulation)), simulation };
  });
}
