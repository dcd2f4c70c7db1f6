import type { Request } from 'express';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { sendPage } from '../../http/send.ts';
import { pageContext } from '../../pages/context.ts';
import { calculationBehind, keeping, signInPage } from '../../pages/kept-pages.ts';
import type { SignInNotice } from '../../pages/page.ts';
import { renderPage } from '../../pages/render.ts';
import { isResumedForm, resumeOf } from '../../pages/resume.ts';
import { storedPage } from '../../pages/stored-page.ts';
import type { Action } from '../action.ts';
import { readSessionCookie } from '../sessions/cookie.ts';
import { saveSession } from '../sessions/save-session.ts';
import { issueToken } from '../url-token.ts';
import type { Respond } from './reply.ts';

/**
 * Answers with the sign-in form itself instead of a redirect to it: what the person wanted and typed is in the form, and
 * stored nowhere.
 */
export function askToSignIn(settings: WebSettings, services: WebServices): Respond {
  return async (reply) => {
    const { req, res, action, result, request } = reply;
    const { session, form } = request;
    // A guard refuses who has not tried to sign in yet.
    const isRefused = action.refusal === reply.ending;
    const resume = resumeOf(action.resumesAt, form);
    const page = signInPage(form, isRefused ? result.messages : []);
    const { csrfSecret } = session.open();
    session.announce();
    session.change({ type: 'html', page: storedPage(keeping(calculationBehind(reply.page), page)) });
    await saveSession(session, req, res, settings, services);
    const shown = {
      ...page,
      ...(resume !== null && { resume }),
      ...(!isRefused && { notice: noticeFor(req, action, resume) }),
    };
    const token = settings.csrfToken ? issueToken(csrfSecret) : undefined;
    const hasPrintedPassword = request.signIn.isOneTime && request.client().isLocal;
    sendPage(
      res,
      result.status,
      renderPage(shown, { ...pageContext(req, settings, token), hasPrintedPassword }),
    );
  };

  function noticeFor(req: Request, { needs, methods }: Action, resume: string | null): SignInNotice {
    const cookie = readSessionCookie(req.headers.cookie, { name: services.cookieName(), secure: req.secure });
    // Its page had set one.
    if (cookie === null && needs === 'session' && !methods.includes('GET')) return 'cookies';
    if (isResumedForm(resume)) return 'expiredWithForm';
    return cookie === null && req.method === 'GET' ? 'needed' : 'expired';
  }
}
