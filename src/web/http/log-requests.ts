import type { Request, RequestHandler, Response } from 'express';
import type { RequestLog } from '../../model/request-log.ts';
import { addressOf } from './client-address.ts';
import { keepLines, linesOf } from './request-lines.ts';

/** The longest result logged whole; a bulk answer may be megabytes. */
const MAX_LOGGED_CHARACTERS = 8_192;

/** Longer than any address: a proxy may pass on anything. */
const MAX_ADDRESS_CHARACTERS = 64;

/** Gives each request its id and writes the request line of the contract (§9), followed by the client's address. */
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

/** The part of an answer that the log needs. */
interface LoggedAnswer {
  readonly action: string;
  readonly état: number;
}

/**
 * Writes the result line of the contract (§9): the answer without its token, or only its action and état.
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

/** Delays every second request (contract §4.1, `sleep_time`). */
export function pauseSometimes(seconds: number): RequestHandler {
  return (_req, res, next) => {
    if (Math.random() < 0.5) return next();
    linesOf(res)?.add(`[front_controller] mis en pause du thread pendant ${seconds} seconde(s)`);
    setTimeout(next, seconds * 1000);
  };
}

/** Secrets that must not reach the log: a one-time code, a token and a password, also in an unknown path. */
const SECRET = /(?<=[/\\]acces[/\\])[\s\S]+|(?<=[/\\])[\w-]{16}\.[\w-]{43}|(?<=\/\/)[^/]*(?=@)/gi;
/** Scheme, host and maybe a password, sent by a client that takes the server for a proxy. */
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;
/** How many times a path may have been percent-encoded. */
const ENCODINGS = 3;

/** Longer than any URL of ours, so that strangers cannot fill the log. */
const MAX_URL_CHARACTERS = 500;

/** The URL of a request without tokens, one-time codes, passwords and query strings; the beginning of a long one. */
export function loggedUrl({ protocol, headers, originalUrl }: Request): string {
  const end = originalUrl.indexOf('?');
  const path = (end < 0 ? originalUrl : originalUrl.slice(0, end)).replace(ORIGIN, '');
  const url = `${protocol}://${withoutPassword(headers.host ?? '')}${withoutSecrets(path)}`;
  const isWhole = url.length <= MAX_URL_CHARACTERS;
  return `${isWhole ? url : `${url.slice(0, MAX_URL_CHARACTERS)}… (${url.length})`}${end < 0 ? '' : '?…'}`;
}

/** A host without a user and password before it. */
export function withoutPassword(host: string): string {
  return host.slice(host.lastIndexOf('@') + 1);
}

/** The path as sent or, when it contains a secret, decoded. */
function withoutSecrets(path: string): string {
  let decoded = path;
  for (let round = 0; round < ENCODINGS && decoded.includes('%'); round += 1) decoded = decodeAscii(decoded);
  const shown = decoded.replace(SECRET, '…');
  return shown === decoded ? path : shown;
}

/** Unlike `decodeURIComponent`, it accepts invalid encodings. */
function decodeAscii(path: string): string {
  return path.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
