import express, { type Express, type RequestHandler, type Router } from 'express';
import { handOffToApi } from './api/lazy-api.ts';
import { API_PATH } from './api/path.ts';
import type { Action } from './contract/action.ts';
import { actions } from './contract/actions.ts';
import { dispatch } from './contract/dispatch.ts';
import { entries } from './contract/entry-routes.ts';
import { changeLanguage } from './contract/language-route.ts';
import { withholdingPage } from './contract/withholding-route.ts';
import { yearPages } from './contract/year-routes.ts';
import { handleErrors, methodNotAllowed, notFound } from './errors.ts';
import { live, metrics, ready } from './health.ts';
import { formParser } from './http/bodies.ts';
import { setUpClients } from './http/client.ts';
import { outside, stripAlias } from './http/mount.ts';
import { logRequests, pauseSometimes } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { sendRedirect } from './http/send.ts';
import { serveAsset } from './http/serve-asset.ts';
import { measureRequests } from './measure-requests.ts';
import { watchFrontServer } from './proxy-diagnostics.ts';
import type { WebServices, WebSettings } from './services.ts';

/** The whole web layer, in the order in which a request meets it. */
export function createApplication(settings: WebSettings, services: WebServices): Express {
  const application = express();
  application.disable('x-powered-by');
  application.disable('etag');
  application.enable('case sensitive routing');
  application.enable('strict routing');
  application.set('query parser', false);
  setUpClients(application, settings);

  const frontServer = watchFrontServer(settings, services.log);
  application.use(measureRequests(settings, services.metrics));
  application.use(securityHeaders);
  application.use(frontServer.everyRequest);
  if (settings.alias) application.use(stripAlias(settings.alias));
  application.get(/^\/static\//, serveAsset);
  reading(application, `${settings.prefix}/health`, ready(services));
  reading(application, `${settings.prefix}/health/ready`, ready(services));
  reading(application, `${settings.prefix}/health/live`, live);
  reading(application, `${settings.prefix}/metrics`, metrics(services));
  application.use(logRequests(services.log));
  application.use(`${settings.prefix}${API_PATH}`, handOffToApi(settings, services));
  if (settings.sleepTime > 0) application.use(pauseSometimes(settings.sleepTime));
  if (settings.prefix) {
    application.get('/', toEntry(settings, 302));
    application.get(settings.prefix, toEntry(settings, 308));
  }
  application.use(settings.prefix || '/', routes(settings, services));
  application.use(frontServer.unknownPath);
  application.use(notFound);
  application.use(handleErrors(settings, services));
  return application;
}

function routes(settings: WebSettings, services: WebServices): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const token = settings.csrfToken ? '/:token' : '';
  for (const action of actions) {
    const handlers = [
      ...guards(action),
      ...(action.body === 'form' ? [formParser] : []),
      dispatch(action, settings, services),
    ];
    const route = router.route(`${actionPath(action)}${token}`);
    for (const method of action.methods) route[method === 'GET' ? 'get' : 'post'](...handlers);
    route.all(...guards(action), methodNotAllowed(allowedMethods(action)));
  }
  const { root, withoutToken, oneTimeLink } = entries(settings, services);
  reading(router, '/', root);
  const { all, one, boxes } = yearPages(settings, services);
  reading(router, '/annees', all);
  reading(router, '/annees/:year', one);
  reading(router, '/cases', boxes);
  reading(router, '/prelevement-a-la-source', withholdingPage(settings, services));
  router
    .route('/changer-langue/:language')
    .post(...changeLanguage(settings, services))
    .all(methodNotAllowed(['POST']));
  onlyGet('/acces/:code', oneTimeLink);
  if (settings.csrfToken) onlyGet('/init-session-without-csrftoken/:type', withoutToken);
  return router;

  /** Not HEAD either: looking whether it is there would use the link up, or open a session. */
  function onlyGet(path: string, handler: RequestHandler): void {
    const refuse = methodNotAllowed(['GET']);
    router.route(path).head(refuse).get(handler).all(refuse);
  }
}

/** An address that is only looked at. */
function reading(router: Pick<Router, 'route'>, path: string, handler: RequestHandler): void {
  router
    .route(path)
    .get(handler)
    .all(methodNotAllowed(['GET', 'HEAD']));
}

function actionPath({ name, parameter }: Action): string {
  return `/${name}${parameter ? `/:${parameter}` : ''}`;
}

/** What a request must fulfil to be this route's at all. */
function guards(action: Action): readonly RequestHandler[] {
  return [
    ...(action.parameter && action.parameter in forms ? [ofForm(action.parameter)] : []),
    ...(action.kind === 'do' && action.methods.includes('GET') ? [refuseHead(action)] : []),
  ];
}

/** What a parameter must look like: `<int numero>` of the contract, a job's id, a language. */
const forms: Partial<Record<string, RegExp>> = {
  number: /^\d+$/,
  file: /^[0-9a-f]{16}$/,
  language: /^(fr|en)$/,
};

/** Anything else is another address. */
function ofForm(parameter: string): RequestHandler {
  return (req, _res, next) =>
    forms[parameter]?.test(String(req.params[parameter])) ? next() : next('route');
}

/** Express answers HEAD by GET's handler, which would change something here. */
function refuseHead(action: Action): RequestHandler {
  const refuse = methodNotAllowed(action.methods);
  return (req, res, next) => (req.method === 'HEAD' ? refuse(req, res, next) : next());
}

function allowedMethods({ methods, kind }: Action): readonly string[] {
  return kind === 'do' ? methods : [...methods, 'HEAD'];
}

function toEntry(settings: WebSettings, status: 302 | 308): RequestHandler {
  return (_req, res) => sendRedirect(res, status, outside(settings, '/'));
}
