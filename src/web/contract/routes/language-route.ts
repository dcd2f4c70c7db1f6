import type { Request, RequestHandler, Response } from 'express';
import { isLanguage, type Language } from '../../../model/language.ts';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { formParser } from '../../http/bodies.ts';
import { refuseOtherSites } from '../../http/csrf.ts';
import { tellErrorsIn } from '../../http/error-handler.ts';
import { publicPath } from '../../http/mount.ts';
import { refuseWhileUnavailable } from '../../http/outages.ts';
import { Problem } from '../../http/problem.ts';
import { languageCookie, safeReturnPath } from '../../http/request-language.ts';
import { sendPage, sendRedirect } from '../../http/send.ts';
import { message } from '../../messages/message.ts';
import { isCalculationForm } from '../../pages/calculation-form.ts';
import { actionUrl, pageContext } from '../../pages/context.ts';
import { signInPage, withTyped } from '../../pages/kept-pages.ts';
import { viewPaths } from '../../pages/paths.ts';
import { renderPage } from '../../pages/render.ts';
import { carriedBy } from '../../pages/resume.ts';
import { readPage, storedPage } from '../../pages/stored-page.ts';
import { saveSession } from '../sessions/save-session.ts';
import { sessionOf } from '../sessions/session-of.ts';
import { issueToken } from '../url-token.ts';

/**
 * `POST {P}/changer-langue/<fr|en>?retour=<path>`: keeps the choice in a cookie and returns to the page. The switch of a
 * page with a form sends that form along, so that what has been typed stays. It needs no session and no token: it changes
 * nothing that matters, and serves the pages of errors too.
 */
export function changeLanguage(settings: WebSettings, services: WebServices): readonly RequestHandler[] {
  return [formParser, change];

  async function change(...[req, res]: Parameters<RequestHandler>): Promise<void> {
    refuseOtherSites(req, settings.publicUrl);
    const { language } = req.params;
    if (!isLanguage(language)) throw new Problem(404, message('pageNotFound'));
    res.setHeader('Set-Cookie', languageCookie(language, settings));
    const resume = req.body instanceof Map ? carriedBy(req.body) : null;
    if (resume !== null) return sendPage(res, 200, await signInAgain(req, language, resume));
    tellErrorsIn(res, language);
    const view = await viewWithTyped(req, res);
    const asked = safeReturnPath(new URLSearchParams(req.url.split('?')[1]).get('retour'));
    sendRedirect(
      res,
      302,
      asked === null ? (view ?? publicPath(settings, '/')) : `${settings.alias}${asked}`,
    );
  }

  /** A sign-in form with hidden fields is not stored: it is sent again at once. */
  async function signInAgain(req: Request, language: Language, resume: string): Promise<string> {
    const { current } = await sessionOf(req, services);
    const token = settings.csrfToken && current ? issueToken(current.csrfSecret) : undefined;
    const page = { ...signInPage(req.body, []), resume };
    return renderPage(page, { ...pageContext(req, settings, token), language });
  }

  /** While nothing can be stored, the page of the outage keeps what was typed. */
  async function viewWithTyped(req: Request, res: Response): Promise<string | null> {
    if (req.body instanceof Map && isCalculationForm(req.body)) refuseWhileUnavailable(services);
    return services.retryAfter() === null ? keepTyped(req, res) : null;
  }

  /** The address of the page that the session is on, with what was typed; null without one. */
  async function keepTyped(req: Request, res: Response): Promise<string | null> {
    const session = await sessionOf(req, services);
    const { current } = session;
    const page = readPage(current?.page ?? null);
    if (!current || !page) return null;
    const typed = req.body instanceof Map ? withTyped(page, req.body) : page;
    if (typed !== page) {
      session.change({ page: storedPage(typed) });
      await saveSession(session, req, res, settings, services);
    }
    const token = settings.csrfToken ? issueToken(current.csrfSecret) : undefined;
    return actionUrl(settings, viewPaths[page.view], token);
  }
}
