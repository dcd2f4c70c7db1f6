import type { Request, RequestHandler, Response } from 'express';
import { checkToken } from './api/authenticate.ts';
import { readCredentials } from './api/credentials.ts';
import { clientOf } from './http/client.ts';
import type { Health, WebServices } from './services.ts';

/** Whether requests can be answered now; needs no session and no login (`GET {P}/health`, `{P}/health/ready`). */
export function ready(services: WebServices): RequestHandler {
  return (req, res) => {
    const report = services.health();
    send(res, isTrusted(req, services) ? report : withoutBuild(report));
  };
}

/** What strangers see: which defects a build has is not their business. */
function withoutBuild({ version: _version, commit: _commit, ...report }: Health): Health {
  return report;
}

/** Whether the process answers at all: while it does, starting it anew would help nobody (`GET {P}/health/live`). */
export const live: RequestHandler = (_req, res) => send(res, { status: 'up' });

function send(res: Response, report: Health): void {
  res.status(report.status === 'up' ? 200 : 503);
  res.setHeader('Cache-Control', 'no-store');
  res.json(report);
}

/** What Prometheus collects (`GET {P}/metrics`). */
export function metrics(services: WebServices): RequestHandler {
  return async (req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    if (!isTrusted(req, services)) {
      res.setHeader('WWW-Authenticate', 'Bearer realm="tax-server"');
      res
        .status(401)
        .type('text/plain')
        .send('From this machine itself, by a loopback address and without a proxy, or with an API token.\n');
      return;
    }
    const { contentType, text } = await services.metricsText();
    res.setHeader('Content-Type', contentType);
    res.end(req.method === 'HEAD' ? undefined : text);
  };
}

/** A program on this machine that comes without a proxy, or one with an API token. */
function isTrusted(req: Request, services: WebServices): boolean {
  if (clientOf(req).isLocal) return true;
  const credentials = readCredentials(req.headers.authorization);
  return credentials.kind === 'token' && checkToken(credentials.token, req, services).kind === 'accepted';
}
