import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Unavailable } from '../model/sessions.ts';
import { typeWithoutSession, unavailable } from './contract/dispatch.ts';
import { representations } from './contract/representations/representations.ts';
import { readSessionCookie } from './contract/sessions/cookie.ts';
import { Problem } from './http/problem.ts';
import { linesOf } from './http/request-lines.ts';
import { logResult, requestId } from './http/request-log.ts';
import { sendAnswer, sendPage } from './http/send.ts';
import { breakOff } from './http/stream.ts';
import { type Language, message, translate } from './messages/message.ts';
import { pageContext } from './pages/context.ts';
import { renderPage } from './pages/render.ts';
import { sentForm } from './pages/sent-again.ts';
import type { WebServices, WebSettings } from './services.ts';

/** Every error ends here and leaves in the representation of the session: page, JSON or XML. */
export function handleErrors(settings: WebSettings, services: WebServices): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const foreseen = toProblem(error, services);
    if (!foreseen) {
      linesOf(res)?.settle();
      services.log.error(error, requestId(res));
      services.mailAdmin(`[MainController] ${requestId(res)} : ${String(error)}`);
    }
    if (res.headersSent) {
      breakOff(res);
      return;
    }
    const problem = foreseen ?? unexpected(error, requestId(res));
    const representation = res.locals.representation as Representation | undefined;
    if (representation) representation(problem);
    else represent(problem, req, res, settings, services);
  };
}

/** Answers with a problem in the form that its part of the application speaks. */
type Representation = (problem: Problem) => void;

/** Whatever goes wrong with this request from now on is represented so, instead of as its session wants. */
export function representErrors(res: Response, representation: Representation): void {
  res.locals.representation = representation;
}

/** Whatever goes wrong with this request from now on is told in this language, instead of the one that it came with. */
export function tellErrorsIn(res: Response, language: Language): void {
  res.locals.language = language;
}

export const notFound: RequestHandler = () => {
  throw new Problem(404, message('pageNotFound'));
};

/** Answers a method that a known path does not have. */
export function methodNotAllowed(allowed: readonly string[]): RequestHandler {
  return (req) => {
    const names = allowed.join(', ');
    throw new Problem(405, message('methodNotAllowed', { method: req.method, allowed: names }), {
      headers: { Allow: names },
    });
  };
}

function represent(
  problem: Problem,
  req: Request,
  res: Response,
  settings: WebSettings,
  services: WebServices,
): void {
  const { explanation, headers } = problem;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  const cookie = readSessionCookie(req.headers.cookie, { name: services.cookieName(), secure: req.secure });
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
}

/** The page of a form that may be dealt with later offers to send it again: nothing typed is lost. */
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
    { ...context, language: (res.locals.language as Language | undefined) ?? context.language },
  );
}

/** The problem that an error stands for; null when nobody foresaw it. */
function toProblem(error: unknown, { downDependency }: WebServices): Problem | null {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) return unavailable(downDependency(), error.retryAfterSeconds, error);
  return isHttpError(error) && error.status < 500 ? malformed(error) : null;
}

function unexpected(error: unknown, reference: string): Problem {
  return new Problem(500, message('unexpected', { reference }), { statusForPrograms: 400, cause: error });
}

/** An error of Express: the client's fault, told with the library's own words. */
function malformed(error: HttpError): Problem {
  return new Problem(error.status, message('requestMalformed', { reason: error.message }), { cause: error });
}

interface HttpError extends Error {
  readonly status: number;
}

function isHttpError(error: unknown): error is HttpError {
  return (
    error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400
  );
}

function isUnavailable(error: unknown): error is Unavailable {
  return (
    error instanceof Error && 'retryAfterSeconds' in error && typeof error.retryAfterSeconds === 'number'
  );
}

/** The first segment after the prefix, as the envelope names it. */
function actionName(req: Request, prefix: string): string {
  const path = req.path.startsWith(`${prefix}/`) ? req.path.slice(prefix.length) : req.path;
  return (path.split('/', 2)[1] ?? '').slice(0, 64);
}
