import type { SessionType } from '../../../model/sessions.ts';
import { shown } from '../../http/limits.ts';
import { inWords, message } from '../../messages/message.ts';
import type { ActionRequest } from '../action-request.ts';
import { type ActionResult, accepted, refused } from '../action-result.ts';

const types: readonly string[] = ['json', 'xml', 'html'] satisfies SessionType[];

/** Chooses the representation; keeps login and simulations, drops the stored page (contract §2.2, D8). */
export async function initSession({ session, parameter }: ActionRequest): Promise<ActionResult> {
  if (!isSessionType(parameter)) return refused(701, [message('invalidType', { type: shown(parameter) })]);
  session.open();
  session.announce();
  session.change({ type: parameter, page: null });
  return accepted(700, [inWords(message('sessionStarted', { type: parameter }))]);
}

function isSessionType(text: string): text is SessionType {
  return types.includes(text);
}
