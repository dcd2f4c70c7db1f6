import type { SessionType } from '../ports.ts';
import type { WebServices, WebSettings } from '../services.ts';
import { saveSession } from '../sessions/save-session.ts';
import { type Respond, tripleOf } from './reply.ts';
import { sendAnswer } from './send.ts';

/** Answers JSON and XML sessions: the triple, with the HTTP status of the outcome (contract §1.5). */
export function answerProgram(
  type: Exclude<SessionType, 'html'>,
  settings: WebSettings,
  services: WebServices,
): Respond {
  return async ({ req, res, action, outcome, request, token }) => {
    await saveSession(request.session, req, res, settings, services);
    sendAnswer(res, type, outcome.status, {
      ...tripleOf(action, outcome),
      ...(token && { csrf_token: token }),
    });
  };
}
