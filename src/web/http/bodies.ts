import express, { type Request, type RequestHandler, type Response } from 'express';
import { limits } from './limits.ts';

/** How a body is read: not at all, as fields, whole, or while it arrives. */
export type BodyKind = 'none' | 'form' | 'bytes' | 'upload';

/** Reads a form into a map. Strangers send forms too: they are small, and not compressed (415). */
export const formParsers: readonly RequestHandler[] = [
  express.text({ type: 'application/x-www-form-urlencoded', limit: limits.formBytes, inflate: false }),
  (req, _res, next) => {
    req.body = typeof req.body === 'string' ? firstValues(new URLSearchParams(req.body)) : undefined;
    next();
  },
];

// Whatever its content type, as the earlier application did.
const readRaw = express.raw({ type: () => true, limit: limits.bulkBytes });

/**
 * Reads a body whole into `req.body`, unpacked. To be called once it is known who sends it.
 *
 * @throws an error with the HTTP status of what cannot be read
 */
export function readWhole(req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    readRaw(req, res, (error) => (error ? reject(error) : resolve()));
  });
}

/** A field that comes twice counts once, with its first value. */
function firstValues(fields: URLSearchParams): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of fields) if (!values.has(name)) values.set(name, value);
  return values;
}
