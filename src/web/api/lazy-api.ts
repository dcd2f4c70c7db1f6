import type { RequestHandler } from 'express';
import type { ApiContext } from './operation.ts';

/** Leads to the API, which is loaded with its schemas when it is first asked: a start does not wait for it. */
export function lazyApi(context: ApiContext): RequestHandler {
  let api: RequestHandler | null = null;
  return (req, res, next) => {
    if (api) return api(req, res, next);
    return import('./api.ts').then(({ createApi }) => {
      api ??= createApi(context);
      return api(req, res, next);
    });
  };
}
