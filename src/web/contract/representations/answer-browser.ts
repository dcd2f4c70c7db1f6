import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { clientOf } from '../../http/client-address.ts';
import { publicPath } from '../../http/mount.ts';
import { isNavigation } from '../../http/navigation.ts';
import { sendData, sendDownload, sendPage, sendRedirect } from '../../http/send.ts';
import { message } from '../../messages/message.ts';
import { actionUrl, pageContext, queryOf } from '../../pages/context.ts';
import { calculationBehind, pageAgain, pageOfStranger } from '../../pages/kept-pages.ts';
import type { AnyPage, CalculationPage, Page, PageContext } from '../../pages/page.ts';
import { renderOutcome, renderPage } from '../../pages/render.ts';
import { emptyList, readSimulationList } from '../../pages/simulation-list.ts';
import { storedPage, strangersPage } from '../../pages/stored-page.ts';
import type { BrowserAnswer } from '../action-result.ts';
import { errors, type Next } from '../next-page.ts';
import { readSessionCookie } from '../sessions/cookie.ts';
import { saveSession } from '../sessions/save-session.ts';
import { askToSignIn } from './ask-to-sign-in.ts';
import type { Reply, Respond } from './reply.ts';

type NextView = Extract<Next, { kind: 'view' }>;

/** Whether a user of the pages arrives by the Back button, a bookmark or the address of the server. */
function isVisit({ req, request }: Reply): boolean {
  return request.isOpen || (isNavigation(req) && Boolean(request.session.current?.user));
}

/** The page that the session is on; for a visit, the requested one. */
function pageToShow(reply: Reply): Page | null {
  const { action, page, request } = reply;
  if (!action.view || !isVisit(reply)) return page;
  return request.isOpen ? pageOfStranger(action.view, page) : pageAgain(action.view, page);
}

/** Whether the page after a form can be stored and found by a redirect. */
function keepsPage({ req, request: { isOpen, session } }: Reply, page: Page): boolean {
  return !isOpen || req.method !== 'POST' || (!session.isNew && session.holds(storedPage(page)));
}

/** The row's next page for the result. */
function nextOf(reply: Reply): Next {
  const { req, result, ending, request, page } = reply;
  return (ending.next ?? errors)({
    result,
    posted: request.form,
    query: queryOf(req),
    from: calculationBehind(page),
    isVisit: isVisit(reply),
    canSignIn: isNavigation(req),
  });
}

/** Answers HTML sessions: an action that changes something redirects to the page that shows it (contract §1.6). */
export function answerBrowser(settings: WebSettings, services: WebServices): Respond {
  const signIn = askToSignIn(settings, services);
  return (reply) => {
    const { inBrowser } = reply.result;
    if (inBrowser) return answerDirectly(reply, inBrowser);
    const next = nextOf(reply);
    if (reply.action.kind === 'data' && next.kind !== 'outcome') return tellScript(reply);
    switch (next.kind) {
      case 'outcome':
        return showOutcome(reply, next.page);
      case 'stored':
        return show(reply);
      case 'redirect':
        return redirect(reply, next.path);
      case 'sign-in':
        return signIn(reply);
      case 'view':
        return showNext(reply, next);
    }
  };

  function showNext(reply: Reply, next: NextView): Promise<void> {
    if (!reply.request.session.current?.type) return explainWithoutSession(reply);
    return keepsPage(reply, next.page) ? redirectToView(reply, next) : showAtOnce(reply, next.page);
  }

  async function answerDirectly(reply: Reply, answer: BrowserAnswer): Promise<void> {
    const { req, res, request, result } = reply;
    if (answer.kind === 'redirect') return redirect(reply, answer.path);
    await saveSession(request.session, req, res, settings, services);
    if (answer.kind === 'page')
      sendPage(res, result.status, renderPage(answer.page, await contextOf(reply, answer.page)));
    else if (answer.kind === 'data') sendData(res, result.status, answer.data);
    else await sendDownload(res, answer.file);
  }

  /** A browser without cookies, as in a frame of another site, would find nothing after a redirect. */
  async function showAtOnce(reply: Reply, page: Page): Promise<void> {
    const { req, res, request, result } = reply;
    request.session.change({ page: storedPage(page) });
    await saveSession(request.session, req, res, settings, services);
    sendPage(res, result.status, renderPage(page, await contextOf(reply, page)));
  }

  /** The errors for a script, which cannot follow a redirect; its page stays as it is. */
  async function tellScript({ req, res, request, result, envelope }: Reply): Promise<void> {
    await saveSession(request.session, req, res, settings, services);
    sendData(res, result.status, envelope);
  }

  async function showOutcome(reply: Reply, page: CalculationPage): Promise<void> {
    const { req, res, request } = reply;
    await saveSession(request.session, req, res, settings, services);
    sendData(res, 200, renderOutcome(page, await contextOf(reply, page)));
  }

  async function redirectToView(reply: Reply, { page, path, hasToken }: NextView): Promise<void> {
    const { session } = reply.request;
    session.change({ page: session.current?.user ? storedPage(page) : strangersPage(page) });
    await redirect(hasToken ? reply : { ...reply, token: undefined }, path);
  }

  async function redirect({ req, res, request, token }: Reply, path: string): Promise<void> {
    await saveSession(request.session, req, res, settings, services);
    sendRedirect(res, 302, actionUrl(settings, path, token));
  }

  async function show(reply: Reply): Promise<void> {
    const { req, res, action, result, request, page } = reply;
    const shown = pageToShow(reply);
    if (shown !== page && request.isOpen) request.session.change({ page: shown && storedPage(shown) });
    await saveSession(request.session, req, res, settings, services);
    if (shown && shown.view === action.view)
      sendPage(res, result.status, renderPage(shown, await contextOf(reply, shown)));
    // A view without a stored model leads to a fresh start rather than to an error (D11).
    else sendRedirect(res, 302, publicPath(settings, '/'));
  }

  async function contextOf({ req, request, page, token }: Reply, shown: AnyPage): Promise<PageContext> {
    const { current, key } = request.session;
    const isList = shown.view === 'simulations' && key !== null;
    const around = pageContext(req, settings, token);
    const query = isList && around.query.size === 0 ? new URLSearchParams(shown.shown) : around.query;
    return {
      ...around,
      query,
      user: current?.user ? request.signIn.loginOf(current.user) : null,
      currentView: page?.view ?? null,
      hasPrintedPassword: request.signIn.isOneTime && clientOf(req).isLocal,
      incomeYears: request.tax.years,
      defaultIncomeYear: request.defaultIncomeYear,
      tax: request.tax,
      simulations: isList ? await readSimulationList(request.sessions, key, query) : emptyList,
    };
  }

  /** Tells a browser without a session how to start one, or that it needs cookies. */
  async function explainWithoutSession({ req, res, action, result, request }: Reply): Promise<void> {
    const sent = readSessionCookie(req.headers.cookie, { name: services.cookieName(), secure: req.secure });
    await saveSession(request.session, req, res, settings, services);
    const { status, messages } = result;
    const [refusal = message('noSession')] = messages;
    const hasJustStarted = sent === null && action.followsStart;
    const why = hasJustStarted ? message('cookiesNeeded') : refusal;
    const context = pageContext(req, settings, undefined);
    sendPage(res, status, renderPage({ view: 'status', status, message: why, sent: null }, context));
  }
}
