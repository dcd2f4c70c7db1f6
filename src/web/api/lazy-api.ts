import type { RequestHandler } from 'express';
import type { ApiContext } from './operation.ts';

/** Loads the API with its schemas at the first request, so that the start is fast. */
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
