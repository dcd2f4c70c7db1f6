import type { Request, RequestHandler, Response } from 'express';
import type { WebLog, WebSettings } from './services.ts';

/** The longest result that is logged whole; a bulk answer may be megabytes. */
const MAX_LOGGED_CHARACTERS = 8_192;

/** Gives each request its id and writes the request line of the contract (§9). */
export function logRequests(log: WebLog): RequestHandler {
  let count = 0;
  return (req, res, next) => {
    count += 1;
    const id = `Thread-${count}`;
    res.locals.requestId = id;
    res.setHeader('X-Request-Id', id);
    log.info(`[MainController] requête : <Request '${loggedUrl(req)}' [${req.method}]>`, id);
    next();
  };
}

/** Writes the result line: the answer as JSON, whatever its representation, without its token. */
export function logResult(log: WebLog, res: Response, answer: object): void {
  const text = JSON.stringify(answer);
  const whole = text.length <= MAX_LOGGED_CHARACTERS;
  const shown = whole ? text : `${text.slice(0, MAX_LOGGED_CHARACTERS)}… (${text.length})`;
  log.info(`[MainController] ${shown}`, requestId(res));
}

export function requestId(res: Response): string {
  return res.locals.requestId as string;
}

/** One request in two waits (contract §4.1, `sleep_time`). */
export function pauseSometimes({ sleepTime }: WebSettings, log: WebLog): RequestHandler {
  return (_req, res, next) => {
    if (sleepTime === 0 || Math.random() < 0.5) return next();
    log.info(`[front_controller] mis en pause du thread pendant ${sleepTime} seconde(s)`, requestId(res));
    setTimeout(next, sleepTime * 1000);
  };
}

/** Tokens, one-time codes and query strings stay out of the log. */
function loggedUrl(req: Request): string {
  const path = req.originalUrl
    .replace(/\?.*$/s, '?…')
    .replace(/\/[\w-]{16}\.[\w-]{43}$/, '/…')
    .replace(/(\/acces\/)[^/]+$/, '$1…');
  return `${req.protocol}://${req.headers.host ?? ''}${path}`;
}
