import { hash } from 'node:crypto';
import type { Request, Response } from 'express';
import { sendText } from '../http/send.ts';

/** Headers of every answer of the API: it must not be stored. */
export const apiHeaders = { 'Cache-Control': 'no-store' } as const;

const JSON_TYPE = 'application/json; charset=utf-8';

/** Sends JSON to a program. */
export function sendJson(res: Response, text: string): void {
  sendText(res, 200, JSON_TYPE, text, apiHeaders);
}

/**
 * Sends with a strong ETag, or answers 304 if the client has it (RFC 9110 §8.8.3, §13.1.2).
 *
 * @param cacheControl who may cache it, and whether it must be validated each time
 */
export function sendTagged(req: Request, res: Response, text: string, cacheControl: string): void {
  const headers = {
    'Cache-Control': cacheControl,
    ETag: `"${hash('sha256', text, 'base64url').slice(0, 27)}"`,
  };
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  if (req.fresh) res.status(304).end();
  else sendText(res, 200, JSON_TYPE, text, headers);
}
