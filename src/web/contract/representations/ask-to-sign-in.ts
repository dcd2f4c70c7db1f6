import type { Request } from 'express';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { calculationBehind, keeping, signInPage } from '../../pages/kept-pages.ts';
import type { SignInNotice } from '../../pages/page.ts';
import { isResumedForm, resumeOf } from '../../pages/resume.ts';
import type { Action } from '../action.ts';
import { readSessionCookie } from '../sessions/cookie.ts';
import type { Respond } from './reply.ts';
import { sendSignInForm } from './sign-in-form.ts';

/** Answers with the sign-in form itself instead of a redirect to it. */
export function askToSignIn(settings: WebSettings, services: WebServices): Respond {
  return ({ req, res, action, result, ending, page: current, request: { session, form } }) => {
    // True when a guard refused, so that nobody has tried to sign in yet.
    const isRefused = action.refusal === ending;
    const resume = resumeOf(action.resumesAt, form);
    const page = keeping(calculationBehind(current), {
      ...signInPage(form, isRefused ? result.messages : []),
      ...(resume !== null && { resume }),
      ...(!isRefused && { notice: noticeFor(req, action, resume) }),
    });
    return sendSignInForm({ req, res, session, status: result.status, page }, settings, services);
  };

  function noticeFor(req: Request, { needs, methods }: Action, resume: string | null): SignInNotice {
    const cookie = readSessionCookie(req.headers.cookie, { name: services.cookieName(), secure: req.secure });
    // The page of the form had set a cookie.
    if (cookie === null && needs === 'session' && !methods.includes('GET')) return 'cookies';
    if (isResumedForm(resume)) return 'expiredWithForm';
    return cookie === null && req.method === 'GET' ? 'needed' : 'expired';
  }
}
