import type { Response } from 'express';
import { sendText } from '../responses/send.ts';

/** Headers of every answer of the API: it is not to be kept. */
export const apiHeaders = { 'Cache-Control': 'no-store' } as const;

/** Sends what a program asked for. `headers` are added, or stand instead of {@link apiHeaders}. */
export function sendJson(
  res: Response,
  text: string,
  headers: Readonly<Record<string, string>> = apiHeaders,
): void {
  sendText(res, 200, 'application/json; charset=utf-8', text, headers);
}
