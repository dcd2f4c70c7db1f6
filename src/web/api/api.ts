import express, { type RequestHandler, type Response, type Router } from 'express';
import { methodNotAllowed, notFound, representErrors } from '../http/error-handler.ts';
import { linesOf } from '../http/request-lines.ts';
import { endOf } from '../http/stream.ts';
import { operations } from './api-operations.ts';
import { authenticate, callerOf, countVisitor } from './authenticate.ts';
import { sendDocumentation, sendIndex, sendOpenApi } from './documentation.ts';
import { readJsonBody } from './json-body.ts';
import type { ApiContext, ApiHandler, Operation } from './operation.ts';
import { sendProblemDocument } from './problem-document.ts';
import { requireJsonAccepted } from './require-json-accepted.ts';

/** Everything below `{P}/api/v1`; it needs no session, cookie or token in the address. */
export function createApi(context: ApiContext): RequestHandler {
  const { settings } = context;
  const routes = createRoutes(context);
  return (req, res, next) => {
    representErrors(res, (problem) => sendProblemDocument(settings, problem, res));
    res.on('close', () => linesOf(res)?.add(`[api] ${answerOf(res)}`));
    routes(req, res, next);
  };
}

const documents: readonly (readonly [path: string, send: ApiHandler])[] = [
  ['/', sendIndex],
  ['/openapi.json', sendOpenApi],
  ['/docs', sendDocumentation],
];

/** One handler an address: each that Express calls in turn costs time of every request. */
function createRoutes(context: ApiContext): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  for (const operation of operations)
    router.all(
      operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      only(operation.method, (req, res) => answer(operation, req, res, context)),
    );
  for (const [path, send] of documents)
    router.all(
      path,
      only('GET', async (req, res) => {
        await countVisitor(req, res, context.services);
        return send(req, res, context);
      }),
    );
  router.use(notFound);
  return router;
}

/** Refuses every other method. */
function only(method: Operation['method'], handler: RequestHandler): RequestHandler {
  const allowed = method === 'GET' ? ['GET', 'HEAD'] : [method];
  const refuse = methodNotAllowed(allowed);
  return (req, res, next) => (allowed.includes(req.method) ? handler : refuse)(req, res, next);
}

/** A streaming operation chooses its own forms of body and answer. */
async function answer(
  { body, handler }: Operation,
  ...[req, res, context]: Parameters<ApiHandler>
): Promise<void> {
  await authenticate(req, res, context);
  if (body !== 'stream') requireJsonAccepted(req);
  if (body === 'json') req.body = await readJsonBody(req, res);
  await handler(req, res, context);
}

/** `200 (token payroll)`, for the log. */
function answerOf(res: Response): string {
  const caller = callerOf(res);
  return `${res.statusCode}${caller && ` (${caller})`}${endOf(res)}`;
}
