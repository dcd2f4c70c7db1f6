import express, { type RequestHandler } from 'express';
import type { Action } from '../contract/actions.ts';
import { limits } from './limits.ts';

const parsers: Record<Action['body'], readonly RequestHandler[]> = {
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

/** How the body of an action is read: a form becomes a map, a bulk request stays bytes. */
export function bodyParsers({ body }: Pick<Action, 'body'>): readonly RequestHandler[] {
  return parsers[body];
}

/** A field that comes twice counts once, with its first value. */
function firstValues(fields: URLSearchParams): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of fields) if (!values.has(name)) values.set(name, value);
  return values;
}
