import express, { type RequestHandler } from 'express';
import { limits } from './limits.ts';

/** How a body is read: not at all, as fields, whole, or while it arrives. */
export type BodyKind = 'none' | 'form' | 'bytes' | 'upload';

const parsers: Record<BodyKind, readonly RequestHandler[]> = {
  none: [],
  form: [
    express.text({ type: 'application/x-www-form-urlencoded', limit: limits.formBytes }),
    (req, _res, next) => {
      req.body = typeof req.body === 'string' ? firstValues(new URLSearchParams(req.body)) : undefined;
      next();
    },
  ],
  upload: [],
  // Whatever its content type, as the earlier application did.
  bytes: [express.raw({ type: () => true, limit: limits.bulkBytes })],
};

/** A form becomes a map, a bulk request stays bytes. */
export function bodyParsers(kind: BodyKind): readonly RequestHandler[] {
  return parsers[kind];
}

/** A field that comes twice counts once, with its first value. */
function firstValues(fields: URLSearchParams): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of fields) if (!values.has(name)) values.set(name, value);
  return values;
}
