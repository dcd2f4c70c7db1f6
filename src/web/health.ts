import type { RequestHandler } from 'express';
import type { WebServices } from './services.ts';

/** Whether requests can be answered now; needs no session and no login (`GET {P}/health`). */
export function health(services: WebServices): RequestHandler {
  return (_req, res) => {
    const report = services.health();
    res.status(report.status === 'up' ? 200 : 503);
    res.setHeader('Cache-Control', 'no-store');
    res.json(report);
  };
}
