import type { RequestHandler } from 'express';
import type { WebServices } from '../../model/web-services.ts';
import type { WebSettings } from '../../model/web-settings.ts';

/** Leads to the API, which is loaded with its schemas when it is first asked: a start does not wait for it. */
export function lazyApi(settings: WebSettings, services: WebServices): RequestHandler {
  let api: RequestHandler | null = null;
  return (req, res, next) => {
    if (api) return api(req, res, next);
    return import('./api.ts').then(({ createApi }) => {
      api ??= createApi(settings, services);
      return api(req, res, next);
    });
  };
}
