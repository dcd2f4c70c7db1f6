import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted } from '../action-result.ts';
import { sessionSimulations } from '../representations/simulation-object.ts';

/** The simulations of the session (contract §1.2, état 500). */
export async function listSimulations(request: ActionRequest): Promise<ActionResult> {
  return accepted(500, await sessionSimulations(request));
}
