import type { ActionRequest } from '../action-request.ts';
import { accepted, type Outcome } from '../action-result.ts';
import { sessionSimulations } from '../representations/simulation-object.ts';

/** The simulations of the session (contract §1.2, état 500). */
export async function listSimulations(request: ActionRequest): Promise<Outcome> {
  return accepted(500, await sessionSimulations(request));
}
