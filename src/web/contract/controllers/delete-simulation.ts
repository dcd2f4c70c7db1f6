import { shown } from '../../http/limits.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';
import { sessionSimulations } from '../representations/simulation-object.ts';

/** Deletes the simulation of that id and answers those that remain (contract §2.6). */
export async function deleteSimulation(request: ActionRequest): Promise<ActionResult> {
  const { session, sessions, parameter } = request;
  const id = Number(parameter);
  const isDeleted =
    session.key !== null && Number.isSafeInteger(id) && (await sessions.deleteSimulation(session.key, id));
  if (!isDeleted)
    return refused(601, [message('simulationUnknown', { id: shown(parameter.replace(/^0+(?=\d)/, '')) })]);
  return { ...accepted(600, await sessionSimulations(request)), deleted: id };
}
