import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Language } from '../../model/language.ts';
import type { RequestLog } from '../../model/request-log.ts';
import type { Unavailable } from '../../model/unavailable.ts';
import { message } from '../messages/message.ts';
import { requestId } from './log-requests.ts';
import { type Outages, unavailable } from './outages.ts';
import { Problem } from './problem.ts';
import { linesOf } from './request-lines.ts';
import { breakOff } from './stream.ts';

/** Answers a problem in the format of a part of the application. */
export type Representation = (problem: Problem, ...[req, res]: Parameters<RequestHandler>) => void;

interface Told extends Outages {
  readonly log: RequestLog;
  /** Reports a failure of the server to the administrator (contract §9). */
  readonly mailAdmin: (text: string) => void;
}

/**
 * Handles every error: it is answered in the format of the part of the application that was asked, or by default as given
 * here.
 */
export function handleErrors(services: Told, byDefault: Representation): ErrorRequestHandler {
  return (error, req, res, next) => {
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
    const representation = (res.locals.representation as Representation | undefined) ?? byDefault;
    representation(foreseen ?? unexpected(error, requestId(res)), req, res, next);
  };
}

/** Errors of this request are represented in this format from now on, instead of that of its session. */
export function representErrors(res: Response, representation: Representation): void {
  res.locals.representation = representation;
}

/** Errors of this request are written in this language from now on. */
export function tellErrorsIn(res: Response, language: Language): void {
  res.locals.language = language;
}

export function languageOfErrors(res: Response): Language | undefined {
  return res.locals.language as Language | undefined;
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

/** The problem for an error; null when it is unexpected. */
function toProblem(error: unknown, { downDependency }: Outages): Problem | null {
  if (error instanceof Problem) return error;
  if (isUnavailable(error))
    return unavailable(error.dependency ?? downDependency(), error.retryAfterSeconds, error);
  return isHttpError(error) && error.status < 500 ? malformed(error) : null;
}

function unexpected(error: unknown, reference: string): Problem {
  return new Problem(500, message('unexpected', { reference }), { statusForPrograms: 400, cause: error });
}

/** An error of Express: the client's mistake, reported with the library's message. */
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
