import { shown } from '../../http/limits.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';
import { sessionSimulations } from '../representations/simulation-object.ts';

/** Undoes the deletion of a simulation: états 2100 and 2101. */
export async function restoreSimulation(request: ActionRequest): Promise<ActionResult> {
  const { session, sessions, parameter } = request;
  const id = Number(parameter);
  const isRestored =
    session.key !== null && Number.isSafeInteger(id) && (await sessions.restoreSimulation(session.key, id));
  if (!isRestored) return refused(2101, [message('simulationUnknown', { id: shown(parameter) })]);
  return accepted(2100, await sessionSimulations(request));
}
