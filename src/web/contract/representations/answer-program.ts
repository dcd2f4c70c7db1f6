import type { SessionType } from '../../../model/sessions.ts';
import { sendAnswer } from '../../http/send.ts';
import type { WebServices, WebSettings } from '../../services.ts';
import { saveSession } from '../sessions/save-session.ts';
import type { Respond } from './reply.ts';
import { representations } from './representations.ts';

/** Answers JSON and XML sessions: the triple, with the HTTP status of the outcome (contract §1.5). */
export function answerProgram(
  type: Exclude<SessionType, 'html'>,
  settings: WebSettings,
  services: WebServices,
): Respond {
  const { write, contentType } = representations[type];
  return async ({ req, res, outcome, triple, json, request, token }) => {
    await saveSession(request.session, req, res, settings, services);
    const isWritten = type === 'json' && !token;
    const text = isWritten ? json : write({ ...triple, ...(token && { csrf_token: token }) });
    sendAnswer(res, outcome.status, contentType, text);
  };
}
