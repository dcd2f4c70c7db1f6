import type { Response } from 'express';
import type { SessionType } from '../ports.ts';
import { representations } from './answer.ts';

/** Headers of every answer that is not a static file. */
const commonHeaders = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const;

/** What a page may load and where its forms may go: this server alone. `data:` is for Bootstrap's own icons. */
const pageHeaders = {
  ...commonHeaders,
  Vary: 'Accept-Language, Cookie',
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Sends a text that a program's representation has written. */
export function sendAnswer(
  res: Response,
  type: Exclude<SessionType, 'html'>,
  status: number,
  text: string,
): void {
  sendText(res, status, representations[type].contentType, text, commonHeaders);
}

export function sendPage(res: Response, status: number, html: string): void {
  sendText(res, status, 'text/html; charset=utf-8', html, pageHeaders);
}

export function sendRedirect(res: Response, status: 302 | 308, location: string): void {
  res.setHeader('Location', location);
  sendText(res, status, 'text/plain; charset=utf-8', '', commonHeaders);
}

function sendText(
  res: Response,
  status: number,
  contentType: string,
  text: string,
  headers: Readonly<Record<string, string>>,
): void {
  res.statusCode = status;
  for (const name in headers) res.setHeader(name, headers[name] as string);
  res.setHeader('Content-Type', contentType);
  res.setHeader('Content-Length', Buffer.byteLength(text));
  // As text it leaves in one write together with the headers.
  res.end(res.req.method === 'HEAD' ? undefined : text);
}
