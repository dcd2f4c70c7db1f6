import type { Household } from '../../tax/household.ts';
import type { ActionRequest } from '../action-request.ts';
import { message } from '../messages/message.ts';
import type { NumberedSimulation } from '../ports.ts';
import { Problem } from '../problem.ts';
import { type SimulationObject, simulationObject } from '../responses/simulation-object.ts';

/** Computes the tax of each household and appends the simulations to the session, all or none. */
export async function keepSimulations(
  { session, sessions, tax, meters }: ActionRequest,
  calculations: readonly { readonly household: Household; readonly incomeYear: number }[],
): Promise<{ numbered: readonly NumberedSimulation[]; wire: readonly SimulationObject[] }> {
  const simulations = calculations.map(({ household, incomeYear }) => ({
    household,
    incomeYear,
    method: tax.method,
    result: tax.calculate(household, incomeYear),
  }));
  const { key, type } = session.current ?? {};
  const numbered = key === undefined ? null : await sessions.addSimulations(key, simulations);
  if (!numbered || !type) throw new Problem(400, message('noSession'), { etat: 101 });
  for (const { method, incomeYear } of simulations) meters.calculated(type, method, incomeYear);
  return { numbered, wire: numbered.map(simulationObject) };
}
