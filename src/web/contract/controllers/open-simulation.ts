import { shown } from '../../http/limits.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';
import { detailedSimulationObject } from '../representations/detailed-simulation.ts';

/** Opens a simulation of the session as its calculation: états 1800 and 1801. */
export async function openSimulation({ session, sessions, parameter }: ActionRequest): Promise<ActionResult> {
  const { key } = session;
  const id = Number(parameter);
  const isId = key !== null && Number.isSafeInteger(id);
  const [simulation] = isId ? await sessions.findSimulations(key, [id]) : [];
  if (!simulation) return refused(1801, [message('simulationUnknown', { id: shown(parameter) })]);
  return { ...accepted(1800, detailedSimulationObject(simulation)), simulation };
}
