import express, { type Request, type RequestHandler } from 'express';
import { limits, shown } from '../http/limits.ts';
import { ApiProblem } from './api-problem.ts';
import { readJson } from './json-text.ts';

/** Bytes of a body that describes one calculation. */
export const BODY_BYTES = limits.formBytes;

/** Reads a body of JSON in UTF-8 into `req.body`. */
export const jsonBody: readonly RequestHandler[] = [
  (req, res, next) => {
    requireJson(req.headers['content-type']);
    if (isPlain(req)) readPlain(req, next);
    else readAny(req, res, next);
  },
  (req, _res, next) => {
    req.body = parseJson(req.body instanceof Uint8Array ? req.body : new Uint8Array());
    next();
  },
];

const readAny = express.raw({ type: () => true, limit: BODY_BYTES });

/** Whether the body says how long it is, keeps to the limit and has not to be unpacked: nearly every one. */
function isPlain({ headers }: Request): boolean {
  return headers['content-encoding'] === undefined && Number(headers['content-length']) <= BODY_BYTES;
}

/** Node lets no more through than the length that was said. */
function readPlain(req: Request, next: () => void): void {
  const pieces: Uint8Array[] = [];
  req.on('data', (piece: Uint8Array) => pieces.push(piece));
  req.on('end', () => {
    req.body = Buffer.concat(pieces);
    next();
  });
}

const JSON_TYPE = /^application\/json *(?:;|$)/i;
const FOREIGN_CHARSET = /; *charset *= *(?!"?utf-8"? *(?:;|$))/i;

function requireJson(contentType: string | undefined): void {
  if (contentType !== undefined && JSON_TYPE.test(contentType) && !FOREIGN_CHARSET.test(contentType)) return;
  const sent =
    contentType === undefined ? 'There is no Content-Type' : `Content-Type is ${shown(contentType)}`;
  throw new ApiProblem('unsupported-media-type', `${sent}; send application/json in UTF-8.`, {
    headers: { Accept: 'application/json' },
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws {ApiProblem} malformed-json */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw malformed('The body is empty.');
  const reading = readJson(decode(bytes));
  if ('fault' in reading) throw malformed(`The body ${reading.fault}.`);
  return reading.value;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw malformed('The body is not UTF-8.', cause);
  }
}

function malformed(detail: string, cause?: unknown): ApiProblem {
  return new ApiProblem('malformed-json', detail, { cause });
}
