import type { Request, RequestHandler, Response } from 'express';
import type { RequestLog } from '../../model/request-log.ts';
import { addressOf } from './client-address.ts';
import { keepLines, linesOf } from './request-lines.ts';

/** The longest result that is logged whole; a bulk answer may be megabytes. */
const MAX_LOGGED_CHARACTERS = 8_192;

/** More than any address: a front server passes on what it likes. */
const MAX_ADDRESS_CHARACTERS = 64;

/** Gives each request its id and writes the request line of the contract (§9), with the client's address behind it. */
export function logRequests(log: RequestLog): RequestHandler {
  let count = 0;
  return (req, res, next) => {
    count += 1;
    const id = `Thread-${count}`;
    res.locals.requestId = id;
    res.setHeader('X-Request-Id', id);
    const lines = keepLines(req, res, log, id);
    const address = addressOf(req).slice(0, MAX_ADDRESS_CHARACTERS);
    lines.add(`[MainController] requête : <Request '${loggedUrl(req)}' [${req.method}]> ${address}`);
    next();
  };
}

/** What an answer to a request says, as far as the log is concerned. */
interface LoggedAnswer {
  readonly action: string;
  readonly état: number;
}

/**
 * Writes the result line of the contract (§9): the answer without its token, or only what kind of answer it was.
 *
 * @param json the answer as JSON, whatever its representation; null to leave its content out
 */
export function logResult(res: Response, answer: LoggedAnswer, json: string | null): void {
  const { action, état } = answer;
  res.locals.etat = état;
  const text = json ?? JSON.stringify({ action, état });
  const isWhole = text.length <= MAX_LOGGED_CHARACTERS;
  const shown = isWhole ? text : `${text.slice(0, MAX_LOGGED_CHARACTERS)}… (${text.length})`;
  linesOf(res)?.add(`[MainController] ${shown}`);
  linesOf(res)?.settle();
}

export function requestId(res: Response): string {
  return res.locals.requestId as string;
}

/** Makes one request in two wait (contract §4.1, `sleep_time`). */
export function pauseSometimes(seconds: number): RequestHandler {
  return (_req, res, next) => {
    if (Math.random() < 0.5) return next();
    linesOf(res)?.add(`[front_controller] mis en pause du thread pendant ${seconds} seconde(s)`);
    setTimeout(next, seconds * 1000);
  };
}

/** What must not reach the log: a one-time code, a token and a password, also in a path that leads nowhere. */
const SECRET = /(?<=[/\\]acces[/\\])[\s\S]+|(?<=[/\\])[\w-]{16}\.[\w-]{43}|(?<=\/\/)[^/]*(?=@)/gi;
/** Scheme, host and maybe a password, which a client sends that takes the server for a proxy. */
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;
/** How often a path may have been percent-encoded. */
const ENCODINGS = 3;

/** More than any URL of ours: a stranger's does not fill the log. */
const MAX_URL_CHARACTERS = 500;

/** The URL of a request without tokens, one-time codes, passwords and query strings; of a long one the beginning. */
export function loggedUrl({ protocol, headers, originalUrl }: Request): string {
  const end = originalUrl.indexOf('?');
  const path = (end < 0 ? originalUrl : originalUrl.slice(0, end)).replace(ORIGIN, '');
  const url = `${protocol}://${withoutPassword(headers.host ?? '')}${withoutSecrets(path)}`;
  const isWhole = url.length <= MAX_URL_CHARACTERS;
  return `${isWhole ? url : `${url.slice(0, MAX_URL_CHARACTERS)}… (${url.length})`}${end < 0 ? '' : '?…'}`;
}

/** A host without the user and password that somebody wrote in front of it. */
export function withoutPassword(host: string): string {
  return host.slice(host.lastIndexOf('@') + 1);
}

/** The path as it was sent or, when there is a secret in it, decoded. */
function withoutSecrets(path: string): string {
  let decoded = path;
  for (let round = 0; round < ENCODINGS && decoded.includes('%'); round += 1) decoded = decodeAscii(decoded);
  const shown = decoded.replace(SECRET, '…');
  return shown === decoded ? path : shown;
}

/** Unlike `decodeURIComponent`, it takes what is not encoded rightly. */
function decodeAscii(path: string): string {
  return path.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
