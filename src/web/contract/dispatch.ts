import type { Request, RequestHandler, Response } from 'express';
import type { SessionState, SessionType } from '../../model/sessions.ts';
import type { WebServices } from '../../model/web-services.ts';
import type { WebSettings } from '../../model/web-settings.ts';
import { readWhole } from '../http/bodies.ts';
import { clientOf } from '../http/client-address.ts';
import { refuseOtherSites } from '../http/csrf.ts';
import { logResult } from '../http/log-requests.ts';
import { isNavigation } from '../http/navigation.ts';
import { refuseWhileUnavailable } from '../http/outages.ts';
import { commonEtats } from '../http/problem.ts';
import { languageOf } from '../http/request-language.ts';
import { linesOf } from '../http/request-lines.ts';
import { readToEnd } from '../http/sent-file.ts';
import type { Page } from '../pages/page.ts';
import { readPage } from '../pages/stored-page.ts';
import { type Action, endingOf } from './action.ts';
import type { ActionRequest } from './action-request.ts';
import { type Ended, firstRefusal } from './guards.ts';
import { isOpenToStranger, openPages } from './public-access.ts';
import { answerBrowser } from './representations/answer-browser.ts';
import { typeWithoutSession } from './representations/answer-problem.ts';
import { answerProgram } from './representations/answer-program.ts';
import { envelopeOf, type Reply, type Respond } from './representations/reply.ts';
import type { SessionHandle } from './sessions/session-handle.ts';
import { sessionOf } from './sessions/session-of.ts';
import { issueToken } from './url-token.ts';

/** The steps of every action: session, guards, controller, envelope, representation. */
export function dispatch(action: Action, settings: WebSettings, services: WebServices): RequestHandler {
  const respond: Record<SessionType, Respond> = {
    json: answerProgram('json', settings, services),
    xml: answerProgram('xml', settings, services),
    html: answerBrowser(settings, services),
  };

  return async (req, res) => {
    const { result, ending, request, page, typeBefore } = await carriedOut(req, res);
    const { session } = request;
    const token = settings.csrfToken ? issueToken(session.open().csrfSecret) : undefined;
    const envelope = envelopeOf(action, { result, ending });
    const json = JSON.stringify(envelope);
    if (session.current?.user) linesOf(res)?.recognize();
    logResult(res, envelope, settings.logAnswers ? json : null);
    const type = session.current?.type ?? typeBefore ?? typeWithoutSession(req);
    await respond[type]({
      req,
      res,
      action,
      result,
      ending,
      envelope,
      json,
      request,
      page,
      token,
    });
  };

  /** A browser shows an answer only after it could send everything, so a refused upload is read too. */
  function carriedOut(req: Request, res: Response): Promise<CarriedOut> {
    const result = carryOut(req, res);
    return action.body === 'upload' ? result.finally(() => readToEnd(req)) : result;
  }

  async function carryOut(req: Request, res: Response): Promise<CarriedOut> {
    if (!isOpenToOtherSites(action, req)) refuseOtherSites(req, settings.publicUrl);
    refuseWhileUnavailable(services);
    const session = await sessionOf(req, services);
    const { current } = session;
    if (current?.user) linesOf(res)?.recognize();
    const isOpen = await isOpenToStranger(action, req, current, settings, services);
    const page = pageOf(current);
    const refusal = firstRefusal({
      action,
      session: current,
      isOpen,
      page,
      token: settings.csrfToken ? String(req.params.token) : undefined,
      isNavigation: isNavigation(req),
    });
    // Large bodies only from clients who may send them: a stranger's body is neither kept nor unpacked.
    if (refusal === null && action.body === 'bytes') req.body = await readWhole(req, res);
    if (isOpen) openPages(session);
    const request = { ...actionRequest(action, req, session, settings, services), isOpen };
    const ended = refusal ?? (await run(request));
    return { ...ended, request, page, typeBefore: current?.type };
  }

  async function run(request: ActionRequest): Promise<Ended> {
    const result = await action.run(request);
    return { result, ending: endingOf(action, result) };
  }
}

/** The page that a session is on. */
function pageOf(session: SessionState | null): Page | null {
  return readPage(session?.page ?? null);
}

/** The result of an action, before it is represented. */
interface CarriedOut extends Pick<Reply, 'result' | 'ending' | 'request' | 'page'> {
  /** The type of the session before the action, which may have ended it. */
  readonly typeBefore: SessionType | null | undefined;
}

function isOpenToOtherSites({ openToOtherSites, parameter }: Action, req: Request): boolean {
  if (typeof openToOtherSites === 'boolean') return openToOtherSites;
  return parameter !== undefined && openToOtherSites.includes(String(req.params[parameter]));
}

const noFields: ReadonlyMap<string, string> = new Map();
const noBytes = new Uint8Array();

function actionRequest(
  action: Action,
  req: Request,
  session: SessionHandle,
  settings: WebSettings,
  services: WebServices,
): Omit<ActionRequest, 'isOpen'> {
  const parameter = action.parameter ? String(req.params[action.parameter]) : '';
  return {
    session,
    parameter,
    form: req.body instanceof Map ? req.body : noFields,
    upload: action.body === 'upload' ? { contentType: req.headers['content-type'] ?? '', body: req } : null,
    bytes: req.body instanceof Uint8Array ? req.body : noBytes,
    client: () => clientOf(req),
    isNavigation: isNavigation(req),
    refusalEtat: action.refusal?.etat ?? commonEtats.unexpected,
    sessions: services.sessions,
    signIn: services.signIn,
    metrics: services.metrics,
    files: services.files,
    language: languageOf(req, settings.language),
    audit: services.audit,
    tax: services.tax(),
    defaultIncomeYear: services.defaultIncomeYear(),
  };
}
