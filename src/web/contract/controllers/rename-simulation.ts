import { limits, shown } from '../../http/limits.ts';
import { message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';
import { sessionSimulations } from '../representations/simulation-object.ts';

/** Databases differ in what they take of these; nobody can read them. */
const CONTROL_CHARACTER = /\p{Cc}/u;

/** Names a simulation by the posted `nom`; an empty one takes the name away: états 2000 and 2001. */
export async function renameSimulation(request: ActionRequest): Promise<ActionResult> {
  const { session, sessions, parameter, form } = request;
  const name = form.get('nom')?.trim();
  if (name === undefined) return refused(2001, [message('missingParameter', { name: 'nom' })]);
  if (name.length > limits.nameCharacters)
    return refused(2001, [message('nameTooLong', { value: shown(name), max: limits.nameCharacters })]);
  if (CONTROL_CHARACTER.test(name)) return refused(2001, [message('nameUnwritable', { value: shown(name) })]);
  const id = Number(parameter);
  const isRenamed =
    session.key !== null &&
    Number.isSafeInteger(id) &&
    (await sessions.renameSimulation(session.key, id, name || null));
  if (!isRenamed) return refused(2001, [message('simulationUnknown', { id: shown(parameter) })]);
  return accepted(2000, await sessionSimulations(request));
}
