import type { Request, RequestHandler, Response } from 'express';
import type { SessionState } from '../../../model/sessions.ts';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { refuseWhileUnavailable } from '../../http/outages.ts';
import { languageOf } from '../../http/request-language.ts';
import { sendPage } from '../../http/send.ts';
import { pageContext, queryOf } from '../../pages/context.ts';
import { calculationBehind, keeping, signInPage } from '../../pages/kept-pages.ts';
import type { PageContext, SignInPage } from '../../pages/page.ts';
import { renderPage } from '../../pages/render.ts';
import { resumeOfLink } from '../../pages/resume.ts';
import { readPage } from '../../pages/stored-page.ts';
import { peopleNumbersIn } from '../inputs/number-reader.ts';
import { sharedCalculation } from '../inputs/shared-link-input.ts';
import { isOpenToStranger, openPages } from '../public-access.ts';
import { sendSignInForm } from '../representations/sign-in-form.ts';
import { saveSession } from '../sessions/save-session.ts';
import type { SessionHandle } from '../sessions/session-handle.ts';
import { sessionOf } from '../sessions/session-of.ts';
import { issueToken } from '../url-token.ts';

/**
 * `GET {P}/partage?<fields of the detailed form>`: the calculation in a link, for everybody who may calculate. It needs
 * no token, so that it can be sent to others. Other sites may lead here: the page is made for the request and not kept.
 */
export function sharedLink(settings: WebSettings, services: WebServices): RequestHandler {
  return async (req, res) => {
    refuseWhileUnavailable(services);
    const session = await sessionOf(req, services);
    const isOpen = await isOpenToStranger({ isPublic: true }, req, session.current, settings, services);
    if (isOpen) openPages(session);
    const { current } = session;
    const mayCalculate = current?.type === 'html' && (isOpen || current.user !== null);
    if (!mayCalculate) return askToSignIn(req, res, session);
    await saveSession(session, req, res, settings, services);
    sendPage(res, 200, await shownTo(current, req));
  };

  /** The sign-in form keeps the link; the session stays on its page. */
  function askToSignIn(req: Request, res: Response, session: SessionHandle): Promise<void> {
    const resume = resumeOfLink(queryOf(req));
    const form: SignInPage = {
      ...signInPage(new Map(), []),
      notice: 'link',
      ...(resume !== null && { resume }),
    };
    const page = keeping(calculationBehind(readPage(session.current?.page ?? null)), form);
    return sendSignInForm({ req, res, session, status: 200, page }, settings, services);
  }

  async function shownTo({ csrfSecret, user, page }: SessionState, req: Request): Promise<string> {
    const tax = services.tax();
    const defaultIncomeYear = services.defaultIncomeYear();
    const context: PageContext = {
      ...pageContext(req, settings, settings.csrfToken ? issueToken(csrfSecret) : undefined),
      user: user && services.signIn.loginOf(user),
      currentView: readPage(page)?.view ?? null,
      tax,
      incomeYears: tax.years,
      defaultIncomeYear,
    };
    const read = peopleNumbersIn(languageOf(req, settings.language));
    return renderPage(await sharedCalculation(context.query, { tax, defaultIncomeYear, read }), context);
  }
}
