import type { Request, Response } from 'express';
import type { SessionType } from '../../../model/sessions.ts';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { languageOfErrors, type Representation } from '../../http/error-handler.ts';
import { logResult } from '../../http/log-requests.ts';
import type { Problem } from '../../http/problem.ts';
import { sendAnswer, sendPage } from '../../http/send.ts';
import { translate } from '../../messages/message.ts';
import { pageContext } from '../../pages/context.ts';
import { renderPage } from '../../pages/render.ts';
import { sentForm } from '../../pages/sent-again.ts';
import { readSessionCookie } from '../sessions/cookie.ts';
import { representations } from './representations.ts';

/**
 * Answers with a problem in the representation of the session: page, JSON or XML. The type is in the cookie, so that an
 * outage is reported without the database.
 */
export function answerProblem(
  settings: WebSettings,
  { cookieName }: Pick<WebServices, 'cookieName'>,
): Representation {
  return (problem, req, res) => {
    const { explanation, headers } = problem;
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    const cookie = readSessionCookie(req.headers.cookie, { name: cookieName(), secure: req.secure });
    const type = cookie?.type ?? typeWithoutSession(req);
    const answer = {
      action: actionName(req, settings.prefix),
      état: problem.etat,
      réponse: [translate(explanation)],
    };
    logResult(res, answer, JSON.stringify(answer));
    if (type === 'html') {
      sendPage(res, problem.status, statusPage(problem, req, res, settings));
    } else {
      const { contentType, write } = representations[type];
      sendAnswer(res, problem.statusForPrograms, contentType, write(answer));
    }
  };
}

/** Without a session type the contract answers JSON; a person's browser gets a page (contract §1.5, D3). */
export function typeWithoutSession(req: Request): SessionType {
  return req.headers.accept?.includes('text/html') ? 'html' : 'json';
}

/** The page of a form that may be sent again later offers that: nothing typed is lost. */
function statusPage(
  { status, explanation }: Problem,
  req: Request,
  res: Response,
  settings: WebSettings,
): string {
  const url = `${settings.alias}${req.baseUrl}${req.url}`;
  const context = pageContext(req, settings, undefined);
  const sent = req.body instanceof Map ? sentForm(status, url, req.body) : null;
  return renderPage(
    { view: 'status', status, message: explanation, sent },
    { ...context, language: languageOfErrors(res) ?? context.language },
  );
}

/** The first segment after the prefix, as the envelope names it. */
function actionName(req: Request, prefix: string): string {
  const path = req.path.startsWith(`${prefix}/`) ? req.path.slice(prefix.length) : req.path;
  return (path.split('/', 2)[1] ?? '').slice(0, 64);
}
