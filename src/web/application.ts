import express, { type Express, type RequestHandler } from 'express';
import type { WebServices } from '../model/web-services.ts';
import type { WebSettings } from '../model/web-settings.ts';
import { isTrusted } from './api/authenticate.ts';
import { lazyApi } from './api/lazy-api.ts';
import { API_PATH, apiName } from './api/path.ts';
import { answerProblem } from './contract/representations/answer-problem.ts';
import { actionRoutes } from './contract/routes/action-routes.ts';
import { apiPage } from './contract/routes/api-page.ts';
import { otherRoutes } from './contract/routes/other-routes.ts';
import { setUpClients } from './http/client-address.ts';
import { handleErrors, notFound } from './http/error-handler.ts';
import { healthRoutes } from './http/health.ts';
import { logRequests, pauseSometimes } from './http/log-requests.ts';
import { measureRequests, namedBy } from './http/measure-requests.ts';
import { publicPath, stripAlias } from './http/mount.ts';
import { setUpFrames } from './http/page-headers.ts';
import { diagnoseProxy } from './http/proxy-diagnostics.ts';
import { addRoutes, lookedAt, namesOf } from './http/routes.ts';
import { securityHeaders } from './http/security-headers.ts';
import { sendRedirect } from './http/send.ts';
import { serveAsset } from './http/serve-asset.ts';

/** The whole web layer, in the order in which a request meets it. */
export function createApplication(settings: WebSettings, services: WebServices): Express {
  const application = express();
  application.disable('x-powered-by');
  application.disable('etag');
  application.enable('case sensitive routing');
  application.enable('strict routing');
  application.set('query parser', false);
  setUpClients(application, settings);
  setUpFrames(application, settings.frameAncestors);

  const { prefix } = settings;
  const health = healthRoutes(services, (req) => isTrusted(req, services));
  const routes = [...actionRoutes(settings, services), ...otherRoutes(settings, services)];
  const names = namesOf([...health, ...routes]);
  const nameOf = namedBy(names);
  const proxyDiagnostics = diagnoseProxy(settings, services.log, names);
  application.use(measureRequests(settings, services.metrics, (path) => apiName(path) ?? nameOf(path)));
  application.use(securityHeaders);
  application.use(proxyDiagnostics.everyRequest);
  if (settings.alias) application.use(stripAlias(settings.alias));
  application.get(/^\/static\//, serveAsset);
  addRoutes(application, prefix, health);
  application.use(logRequests(services.log));
  application.use(
    `${prefix}${API_PATH}`,
    lazyApi({ settings, services, sendReference: apiPage(settings, services) }),
  );
  if (settings.sleepTime > 0) application.use(pauseSometimes(settings.sleepTime));
  if (prefix) {
    application.get('/', toEntry(settings, 302));
    addRoutes(application, prefix, [lookedAt('', toEntry(settings, 308))]);
  }
  addRoutes(application, prefix, routes);
  application.use(proxyDiagnostics.unknownPath);
  application.use(notFound);
  application.use(handleErrors(services, answerProblem(settings, services)));
  return application;
}

function toEntry(settings: WebSettings, status: 302 | 308): RequestHandler {
  return (_req, res) => sendRedirect(res, status, publicPath(settings, '/'));
}
