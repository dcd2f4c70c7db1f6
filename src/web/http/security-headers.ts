import type { RequestHandler } from 'express';

/**
 * Headers of every answer, whatever answers it. Pages widen the policy to what they load (responses/send.ts); nothing
 * else is for a browser to render, frame or read from another site.
 */
export const securityHeaders: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Content-Security-Policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader('Referrer-Policy', 'same-origin');
  next();
};
