import type { RequestHandler, Router } from 'express';
import { methodNotAllowed } from './error-handler.ts';

/** An address below the prefix, with its handler. */
export interface Route {
  /** In Express's form, `/annees/:year`. */
  readonly path: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** Whether it changes nothing, so that HEAD is answered like GET. */
  readonly isSafe: boolean;
  /** The form of its parameters; anything else is another address. */
  readonly forms?: Readonly<Record<string, RegExp>>;
  readonly handlers: readonly RequestHandler[];
}

/** An address that only shows something. */
export function lookedAt(path: string, handler: RequestHandler): Route {
  return { path, methods: ['GET'], isSafe: true, handlers: [handler] };
}

/** Adds routes below a prefix. Methods that a route does not have are refused. */
export function addRoutes(router: Pick<Router, 'route'>, prefix: string, routes: readonly Route[]): void {
  for (const { path, methods, isSafe, forms, handlers } of routes) {
    const route = router.route(`${prefix}${path}`);
    if (forms) route.all(ofForms(forms));
    const refuse = methodNotAllowed(isSafe ? [...methods, 'HEAD'] : methods);
    // Express would answer HEAD by GET's handler, which changes something.
    if (!isSafe) route.head(refuse);
    for (const method of methods) route[method === 'GET' ? 'get' : 'post'](...handlers);
    route.all(refuse);
  }
}

/** The first segments of the routes' addresses, without the entry's. */
export function namesOf(routes: readonly Route[]): ReadonlySet<string> {
  return new Set(routes.flatMap(({ path }) => path.split('/', 2)[1] || []));
}

function ofForms(forms: Readonly<Record<string, RegExp>>): RequestHandler {
  const expected = Object.entries(forms);
  return (req, _res, next) =>
    expected.every(([name, form]) => form.test(String(req.params[name]))) ? next() : next('route');
}
