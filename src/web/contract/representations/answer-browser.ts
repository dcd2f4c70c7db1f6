import { clientOf } from '../../http/client.ts';
import { outside } from '../../http/mount.ts';
import { isNavigation } from '../../http/navigation.ts';
import { sendData, sendDownload, sendPage, sendRedirect } from '../../http/send.ts';
import { message } from '../../messages/message.ts';
import { actionUrl, pageContext } from '../../pages/context.ts';
import { calculationBehind, nextPage, pageAgain, viewPaths } from '../../pages/next-page.ts';
import type { AnyPage, Page, PageContext } from '../../pages/page.ts';
import { renderPage } from '../../pages/render.ts';
import { resumedPath } from '../../pages/resume.ts';
import { emptyList, readSimulationList } from '../../pages/simulation-list.ts';
import { storedPage, strangersPage } from '../../pages/stored-page.ts';
import type { WebServices, WebSettings } from '../../services.ts';
import type { BrowserAnswer } from '../action-result.ts';
import { asSecondStart, isSecondStart, nextOfStart } from '../second-start.ts';
import { readSessionCookie } from '../sessions/cookie.ts';
import { saveSession } from '../sessions/save-session.ts';
import { askToSignIn, needsSignIn } from './ask-to-sign-in.ts';
import type { Reply, Respond } from './reply.ts';

/** `fin-session` leads to a new session instead of a page. */
const SESSION_ENDED = 400;
const SESSION_STARTED = 700;
const SIGNED_IN = 200;
const CALCULATION_SHOWN = 800;

/** A signed-in person who comes to a page by the Back button, a bookmark or the address of the server. */
function isVisit({ req, request }: Reply): boolean {
  return isNavigation(req) && Boolean(request.session.current?.user);
}

/** A person finds the calculation as they left it; a program, an empty one (contract §1.6). */
function pageAfter(reply: Reply): Page {
  const { result, request, page } = reply;
  const isReturn = result.etat === SESSION_STARTED || result.etat === CALCULATION_SHOWN;
  return isReturn && isVisit(reply) ? calculationBehind(page) : nextPage(result, request.form, page);
}

/** Answers HTML sessions: what changes something redirects to what shows it (contract §1.6). */
export function answerBrowser(settings: WebSettings, services: WebServices): Respond {
  const signIn = askToSignIn(settings, services);
  return (reply) => {
    const { inBrowser } = reply.result;
    if (inBrowser) return answerDirectly(reply, inBrowser);
    if (reply.isShown) return show(reply);
    if (reply.result.etat === SESSION_ENDED) return redirect(reply, '/init-session/html');
    if (needsSignIn(reply)) return signIn(reply);
    return reply.request.session.current?.type ? redirectToNextPage(reply) : explainWithoutSession(reply);
  };

  async function answerDirectly(reply: Reply, answer: BrowserAnswer): Promise<void> {
    const { req, res, request, result } = reply;
    if (answer.kind === 'redirect') return redirect(reply, answer.path);
    await saveSession(request.session, req, res, settings, services);
    if (answer.kind === 'page')
      sendPage(res, result.status, renderPage(answer.page, await contextOf(reply, answer.page)));
    else if (answer.kind === 'data') sendData(res, result.status, answer.data);
    else await sendDownload(res, answer.file);
  }

  async function redirectToNextPage(reply: Reply): Promise<void> {
    const page = pageAfter(reply);
    const { session } = reply.request;
    session.change({ page: session.current?.user ? storedPage(page) : strangersPage(page) });
    const wanted = reply.result.etat === SIGNED_IN ? resumedPath(reply.request.form) : null;
    await redirect(reply, wanted ?? viewPaths[page.view]);
  }

  async function redirect({ req, res, request, token }: Reply, path: string): Promise<void> {
    await saveSession(request.session, req, res, settings, services);
    sendRedirect(res, 302, nextOfStart(req, actionUrl(settings, path, token)));
  }

  async function show(reply: Reply): Promise<void> {
    const { req, res, action, result, request, page } = reply;
    await saveSession(request.session, req, res, settings, services);
    const shown = action.view && isVisit(reply) ? pageAgain(action.view, page) : page;
    if (shown && shown.view === action.view)
      sendPage(res, result.status, renderPage(shown, await contextOf(reply, shown)));
    // A view whose model is not there leads to a fresh start rather than to an error (D11).
    else sendRedirect(res, 302, outside(settings, '/'));
  }

  async function contextOf({ req, request, page, token }: Reply, shown: AnyPage): Promise<PageContext> {
    const { current, key } = request.session;
    const isList = shown.view === 'simulations' && key !== null;
    const around = pageContext(req, settings, token);
    return {
      ...around,
      user: current?.user ? request.signIn.loginOf(current.user) : null,
      currentView: page?.view ?? null,
      hasPrintedPassword: request.signIn.isOneTime && clientOf(req).isLocal,
      incomeYears: request.tax.years,
      defaultIncomeYear: request.defaultIncomeYear,
      tax: request.tax,
      simulations: isList ? await readSimulationList(request.sessions, key, around.query) : emptyList,
    };
  }

  /** What a browser reads without a session, and the way to start one; or that it needs cookies for that. */
  async function explainWithoutSession({ req, res, result, request }: Reply): Promise<void> {
    const sent = readSessionCookie(req.headers.cookie, { name: services.cookieName(), secure: req.secure });
    await saveSession(request.session, req, res, settings, services);
    const { status, messages } = result;
    const [refusal = message('noSession')] = messages;
    const why = sent || !isSecondStart(req) ? refusal : message('cookiesNeeded');
    const context = pageContext(req, settings, undefined);
    const homeUrl = sent ? context.homeUrl : asSecondStart(context.homeUrl);
    sendPage(
      res,
      status,
      renderPage({ view: 'status', status, message: why, sent: null }, { ...context, homeUrl }),
    );
  }
}
