import type { RequestHandler } from 'express';
import type { Mount } from '../../model/web-settings.ts';

/** The path for the browser of an application path: with alias and prefix. */
export function publicPath({ alias, prefix }: Mount, path: string): string {
  return `${alias}${prefix}${path}`;
}

/** Clients that take the server for a proxy request the whole URL (RFC 9112 §3.2.2). */
const ORIGIN = /^https?:\/\/[^/?]*/i;

/** The path after the alias; null when the URL does not start with it. */
export function withoutAlias(url: string, alias: string): string | null {
  const path = url.startsWith('/') ? url : url.replace(ORIGIN, '');
  if (!path.startsWith(alias)) return null;
  const rest = path.slice(alias.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : null;
}

/** Accepts requests with and without the alias: a proxy may pass it on or strip it. */
export function stripAlias(alias: string): RequestHandler {
  return (req, _res, next) => {
    req.url = withoutAlias(req.url, alias) ?? req.url;
    next();
  };
}
