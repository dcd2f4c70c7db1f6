import type { Request } from 'express';
import { isNavigation } from '../../http/navigation.ts';
import { sendPage } from '../../http/send.ts';
import { pageContext } from '../../pages/context.ts';
import { signInPage } from '../../pages/next-page.ts';
import type { SignInNotice } from '../../pages/page.ts';
import { renderPage } from '../../pages/render.ts';
import { carriedBy, isResumedForm, resumeOf } from '../../pages/resume.ts';
import { storedPage } from '../../pages/stored-page.ts';
import type { WebServices, WebSettings } from '../../services.ts';
import { isSecondStart } from '../second-start.ts';
import { readSessionCookie } from '../sessions/cookie.ts';
import { saveSession } from '../sessions/save-session.ts';
import { issueToken } from '../url-token.ts';
import type { Reply, Respond } from './reply.ts';

/** No session, or nobody is signed in. */
const STRANGER = 101;
const SIGN_IN_REFUSED = 201;

/** Whether a person has to sign in before what they wanted, or once more. Programs are redirected (contract §1.6). */
export function needsSignIn({ result, req, request }: Reply): boolean {
  if (result.etat === STRANGER) return isNavigation(req) && !isSecondStart(req);
  return result.etat === SIGN_IN_REFUSED && carriedBy(request.form) !== null;
}

/**
 * Answers with the sign-in form itself instead of a redirect to it: what the person wanted and typed is in the form, and
 * stored nowhere.
 */
export function askToSignIn(settings: WebSettings, services: WebServices): Respond {
  return async (reply) => {
    const { req, res, action, result, request } = reply;
    const { session, form } = request;
    const isRefused = result.etat === SIGN_IN_REFUSED;
    const resume = resumeOf(action.name, form);
    const page = signInPage(form, isRefused ? result.messages : []);
    const { csrfSecret } = session.open();
    session.announce();
    session.change({ type: 'html', page: storedPage(page) });
    await saveSession(session, req, res, settings, services);
    const shown = {
      ...page,
      ...(resume !== null && { resume }),
      ...(!isRefused && { notice: noticeFor(req, action.name, resume) }),
    };
    const token = settings.csrfToken ? issueToken(csrfSecret) : undefined;
    const hasPrintedPassword = request.signIn.isOneTime && request.client.isLocal;
    sendPage(
      res,
      result.status,
      renderPage(shown, { ...pageContext(req, settings, token), hasPrintedPassword }),
    );
  };

  function noticeFor(req: Request, action: string, resume: string | null): SignInNotice {
    const cookie = readSessionCookie(req.headers.cookie, { name: services.cookieName(), secure: req.secure });
    // Its page had set one.
    if (cookie === null && action === 'authentifier-utilisateur') return 'cookies';
    if (isResumedForm(resume)) return 'expiredWithForm';
    return cookie === null && req.method === 'GET' ? 'needed' : 'expired';
  }
}
