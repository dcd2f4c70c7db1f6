import type { SessionType } from '../../../model/sessions.ts';
import { sendAnswer, sendLongAnswer } from '../../http/send.ts';
import type { WebServices, WebSettings } from '../../services.ts';
import { LongList } from '../long-list.ts';
import { saveSession } from '../sessions/save-session.ts';
import type { Respond } from './reply.ts';
import { representations } from './representations.ts';

/** Answers JSON and XML sessions: the triple, with the HTTP status of the outcome (contract §1.5). */
export function answerProgram(
  type: Exclude<SessionType, 'html'>,
  settings: WebSettings,
  services: WebServices,
): Respond {
  const { write, writePieces, contentType } = representations[type];
  return async ({ req, res, outcome, triple, json, request, token }) => {
    await saveSession(request.session, req, res, settings, services);
    const answer = { ...triple, ...(token && { csrf_token: token }) };
    const isWritten = type === 'json' && !token;
    if (triple.réponse instanceof LongList)
      await sendLongAnswer(res, outcome.status, contentType, writePieces(answer));
    else sendAnswer(res, outcome.status, contentType, isWritten ? json : write(answer));
  };
}
