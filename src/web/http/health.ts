import type { Request, RequestHandler, Response } from 'express';
import type { Health, WebServices } from '../../model/web-services.ts';
import { lookedAt, type Route } from './routes.ts';

/** Whether the client may see more than a stranger. */
type IsTrusted = (req: Request) => boolean;

type Observed = Pick<WebServices, 'health' | 'metricsText'>;

/** The addresses for monitors and Prometheus, without session or login. */
export function healthRoutes(services: Observed, isTrusted: IsTrusted): readonly Route[] {
  return [
    lookedAt('/health', ready(services, isTrusted)),
    lookedAt('/health/ready', ready(services, isTrusted)),
    lookedAt('/health/live', live),
    lookedAt('/metrics', metrics(services, isTrusted)),
  ];
}

/** Whether requests can be answered now; needs no session and no login (`GET {P}/health`, `{P}/health/ready`). */
function ready(services: Observed, isTrusted: IsTrusted): RequestHandler {
  return (req, res) => {
    const report = services.health();
    send(res, isTrusted(req) ? report : withoutBuild(report));
  };
}

/** Strangers do not see the build, because it tells its known defects. */
function withoutBuild({ version: _version, commit: _commit, ...report }: Health): Health {
  return report;
}

/** Whether the process answers at all: if it does, a restart would not help (`GET {P}/health/live`). */
const live: RequestHandler = (_req, res) => send(res, { status: 'up' });

function send(res: Response, report: Health): void {
  res.status(report.status === 'up' ? 200 : 503);
  res.setHeader('Cache-Control', 'no-store');
  res.json(report);
}

/** The metrics for Prometheus (`GET {P}/metrics`). */
function metrics(services: Observed, isTrusted: IsTrusted): RequestHandler {
  return async (req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    if (!isTrusted(req)) {
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
