import type { Request, Response } from 'express';
import { readSmall } from '../http/bodies.ts';
import { excerpt } from '../http/limits.ts';
import { ApiProblem } from './api-problem.ts';
import { readJson } from './json-text.ts';

/** Reads a body of JSON in UTF-8. */
export async function readJsonBody(req: Request, res: Response): Promise<unknown> {
  requireJson(req.headers['content-type']);
  return parseJson(await readSmall(req, res));
}

const JSON_TYPE = /^application\/json *(?:;|$)/i;
const FOREIGN_CHARSET = /; *charset *= *(?!"?utf-8"? *(?:;|$))/i;

function requireJson(contentType: string | undefined): void {
  if (contentType !== undefined && JSON_TYPE.test(contentType) && !FOREIGN_CHARSET.test(contentType)) return;
  const sent =
    contentType === undefined ? 'There is no Content-Type' : `Content-Type is ${excerpt(contentType)}`;
  throw new ApiProblem('unsupported-media-type', `${sent}; send application/json in UTF-8.`, {
    headers: { Accept: 'application/json' },
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws {ApiProblem} malformed-json */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw malformed('The body is empty.');
  const reading = readJson(decode(bytes));
  if ('issue' in reading) throw malformed(`The body ${reading.issue}.`);
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
