import type { SessionType } from '../../../model/sessions.ts';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { sendAnswer, sendLongAnswer } from '../../http/send.ts';
import { LongList } from '../long-list.ts';
import { saveSession } from '../sessions/save-session.ts';
import type { Respond } from './reply.ts';
import { representations } from './representations.ts';

/** Answers JSON and XML sessions: the envelope, with the HTTP status of the result (contract §1.5). */
export function answerProgram(
  type: Exclude<SessionType, 'html'>,
  settings: WebSettings,
  services: WebServices,
): Respond {
  const { write, writeChunks, contentType } = representations[type];
  return async ({ req, res, result, envelope, json, request, token }) => {
    await saveSession(request.session, req, res, settings, services);
    const answer = { ...envelope, ...(token && { csrf_token: token }) };
    const isWritten = type === 'json' && !token;
    if (envelope.réponse instanceof LongList)
      await sendLongAnswer(res, result.status, contentType, writeChunks(answer));
    else sendAnswer(res, result.status, contentType, isWritten ? json : write(answer));
  };
}
