import type { RequestHandler } from 'express';

/** Where the application is mounted: `{R}` alias of the front server, `{P}` prefix of every route (contract §0, §11). */
export interface Mount {
  /** `""` or `/impots`. */
  readonly alias: string;
  /** `""` or `/do`. */
  readonly prefix: string;
}

/** The path that the browser must use for an application path: alias and prefix in front. */
export function outside({ alias, prefix }: Mount, path: string): string {
  return `${alias}${prefix}${path}`;
}

/** Clients that take the server for a proxy ask for the whole URL (RFC 9112 §3.2.2). */
const ORIGIN = /^https?:\/\/[^/?]*/i;

/** Accepts requests with and without the alias: a proxy may pass it on or strip it. */
export function stripAlias(alias: string): RequestHandler {
  return (req, _res, next) => {
    const path = req.url.replace(ORIGIN, '');
    if (path.startsWith(alias)) {
      const rest = path.slice(alias.length);
      if (rest === '' || rest.startsWith('/') || rest.startsWith('?'))
        req.url = rest.startsWith('/') ? rest : `/${rest}`;
    }
    next();
  };
}
