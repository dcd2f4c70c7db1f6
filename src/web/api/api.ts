import express, { type RequestHandler, type Router } from 'express';
import { methodNotAllowed, notFound, representErrors } from '../http/error-handler.ts';
import { linesOf } from '../http/request-lines.ts';
import { endOf } from '../http/stream.ts';
import { operations } from './api-operations.ts';
import { authenticate, callerOf, countVisitors } from './authenticate.ts';
import { sendDocumentation, sendIndex, sendOpenApi } from './documentation.ts';
import { jsonBody } from './json-body.ts';
import type { ApiContext, Operation } from './operation.ts';
import { sendProblemDocument } from './problem-document.ts';
import { requireJsonAccepted } from './require-json-accepted.ts';

/** Everything below `{P}/api/v1`, without session, cookie or token in the address. */
export function createApi(context: ApiContext): RequestHandler {
  const { settings } = context;
  const routes = createRoutes(context);
  return (req, res, next) => {
    representErrors(res, (problem) => sendProblemDocument(settings, problem, res));
    res.on('close', () => linesOf(res)?.add(`[api] ${answerOf(res)}`));
    routes(req, res, next);
  };
}

function createRoutes(context: ApiContext): Router {
  const { settings, services } = context;
  const router = express.Router({ caseSensitive: true, strict: true });
  const signedIn = authenticate(settings, services);
  for (const operation of operations) {
    const route = router.route(operation.path.replaceAll(/\{(\w+)\}/g, ':$1'));
    const handlers = [signedIn, ...readers(operation), handle(operation, context)];
    if (operation.method === 'GET') route.get(...handlers).all(methodNotAllowed(['GET', 'HEAD']));
    else route.post(...handlers).all(methodNotAllowed(['POST']));
  }
  for (const [path, send] of [
    ['/', sendIndex],
    ['/openapi.json', sendOpenApi],
    ['/docs', sendDocumentation],
  ] as const)
    router
      .route(path)
      .get(countVisitors(services), (req, res) => send(req, res, context))
      .all(methodNotAllowed(['GET', 'HEAD']));
  router.use(notFound);
  return router;
}

/** A streaming operation chooses its own forms of body and answer. */
function readers({ body }: Operation): readonly RequestHandler[] {
  if (body === 'stream') return [];
  return body === 'json' ? [requireJsonAccepted, jsonBody] : [requireJsonAccepted];
}

function handle({ handler }: Operation, context: ApiContext): RequestHandler {
  return (req, res) => handler(req, res, context);
}

/** `200 (token payroll)`, for the log. */
function answerOf(res: Parameters<RequestHandler>[1]): string {
  const caller = callerOf(res);
  return `${res.statusCode}${caller && ` (${caller})`}${endOf(res)}`;
}
