import type { Request, RequestHandler, Response } from 'express';
import { message } from '../messages/message.ts';
import { BodyRoom } from './body-room.ts';
import { excerpt, limits } from './limits.ts';
import { Problem } from './problem.ts';
import { type BodyBounds, readBody } from './read-body.ts';

/** How a body is read: not at all, as form fields, whole, or as a stream. */
export type BodyKind = 'none' | 'form' | 'bytes' | 'upload';

/** Unidentified clients get half, so that room is left for the others. */
const strangers = new BodyRoom(limits.bodiesBytes / 2);
const callers = new BodyRoom(limits.bodiesBytes / 2);

/** Strangers also send forms: these are small, and not compressed (415). */
const form: BodyBounds = { limit: limits.formBytes, room: strangers, mayBeCompressed: false };
const bulk: BodyBounds = { limit: limits.bulkBytes, room: callers, mayBeCompressed: true };
const small: BodyBounds = { ...bulk, limit: limits.formBytes };

const FORM = /^application\/x-www-form-urlencoded *(?:;|$)/i;

/** Reads a form into a map. */
export const formParser: RequestHandler = async (req, res, next) => {
  req.body = undefined;
  const contentType = req.headers['content-type'] ?? '';
  if (FORM.test(contentType)) {
    const decoder = decoderOf(contentType);
    const text = decoder.decode(await readBody(req, res, form));
    req.body = firstValues(new URLSearchParams(text));
  }
  next();
};

/** Reads a body whole, whatever its content type, as the earlier application did. Call it once the client is identified. */
export const readWhole = (req: Request, res: Response): Promise<Buffer> => readBody(req, res, bulk);

/** The same for the body of a single calculation. */
export const readSmall = (req: Request, res: Response): Promise<Buffer> => readBody(req, res, small);

const CHARSET = /; *charset *= *"?([\w.:-]+)/i;
/** The charsets of forms; the names of the last two mean the same to browsers. */
const CHARSETS = ['utf-8', 'us-ascii', 'iso-8859-15', 'iso-8859-1', 'windows-1252'];
const decoders = new Map(CHARSETS.map((charset) => [charset, new TextDecoder(charset)]));

/** @throws {Problem} 415 */
function decoderOf(contentType: string): TextDecoder {
  const charset = (CHARSET.exec(contentType)?.[1] ?? 'utf-8').toLowerCase();
  const decoder = decoders.get(charset);
  if (decoder) return decoder;
  const reason = `unsupported charset "${excerpt(charset.toUpperCase())}"`;
  throw new Problem(415, message('requestMalformed', { reason }));
}

/** A field that comes twice has its first value. */
function firstValues(fields: URLSearchParams): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of fields) if (!values.has(name)) values.set(name, value);
  return values;
}
