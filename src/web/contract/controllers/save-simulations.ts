import { MOST_SIMULATIONS, type NumberedSimulation, SessionFull } from '../../../model/sessions.ts';
import type { Household } from '../../../tax/household.ts';
import { Problem } from '../../http/problem.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, refused } from '../action-result.ts';
import { type SimulationObject, simulationObject } from '../representations/simulation-object.ts';

/** A household and the year of its incomes. */
type Calculation = { readonly household: Household; readonly incomeYear: number };

/** What `keep` comes to, or the refusal of a session that has no room for more simulations (decision D21). */
export async function unlessFull(etat: number, keep: () => Promise<ActionResult>): Promise<ActionResult> {
  try {
    return await keep();
  } catch (error) {
    if (!(error instanceof SessionFull)) throw error;
    return refused(etat, [message('sessionFull', { max: MOST_SIMULATIONS })]);
  }
}

/** Computes the tax of one household and appends the simulation to the session. */
export async function saveSimulation(
  request: ActionRequest,
  calculation: Calculation,
): Promise<NumberedSimulation> {
  const { numbered } = await saveSimulations(request, [calculation]);
  const [simulation] = numbered;
  if (!simulation) throw new Error('The session kept no simulation.');
  return simulation;
}

/** Computes the tax of each household and appends the simulations to the session, all or none. */
export async function saveSimulations(
  { session, sessions, tax, metrics }: ActionRequest,
  calculations: readonly Calculation[],
): Promise<{ numbered: readonly NumberedSimulation[]; wire: readonly SimulationObject[] }> {
  const simulations = calculations.map(({ household, incomeYear }) => ({
    household,
    incomeYear,
    method: tax.method,
    result: tax.calculate(household, incomeYear),
  }));
  const { key, current } = session;
  const numbered = key === null ? null : await sessions.addSimulations(key, simulations);
  if (!numbered || !current?.type) throw new Problem(400, message('noSession'), { etat: 101 });
  for (const { method, incomeYear } of simulations) metrics.calculated(current.type, method, incomeYear);
  return { numbered, wire: numbered.map(simulationObject) };
}
