import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import { isLanguage, LANGUAGES, type Language } from '../../model/language.ts';
import type { Mount } from '../../model/web-settings.ts';

import { publicPath } from './mount.ts';

const COOKIE = 'langue';
const YEAR_IN_SECONDS = 31_536_000;

/** The language of a visitor's pages: the chosen one, else the browser's, else the configured one. */
export function languageOf(req: Request, byDefault: Language): Language {
  return chosenLanguage(req.headers.cookie) ?? browserLanguage(req, byDefault);
}

function chosenLanguage(cookies: string | undefined): Language | null {
  if (!cookies?.includes(COOKIE)) return null;
  const chosen = parseCookie(cookies)[COOKIE];
  return isLanguage(chosen) ? chosen : null;
}

/** Where the browser prefers several equally, as with `*`, the configured language comes first. */
function browserLanguage(req: Request, byDefault: Language): Language {
  if (req.headers['accept-language'] === undefined) return byDefault;
  const accepted = req.acceptsLanguages(byDefault, ...LANGUAGES);
  return isLanguage(accepted) ? accepted : byDefault;
}

/** Remembers a choice for a year. It is not a secret: without Secure, a later choice over HTTP replaces it. */
export function languageCookie(language: Language, mount: Mount): string {
  return stringifySetCookie({
    name: COOKIE,
    value: language,
    path: publicPath(mount, '') || '/',
    maxAge: YEAR_IN_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
  });
}

/**
 * The path and query of a request inside the application, without alias, to return to; null for a request that a link
 * cannot repeat.
 */
export function returnPath({ method, baseUrl, url }: Request): string | null {
  return method === 'GET' || method === 'HEAD' ? `${baseUrl}${url}` : null;
}

/** A path sent back by the browser; null unless it leads into this server. */
export function safeReturnPath(path: string | null): string | null {
  const here = 'http://localhost';
  if (!path?.startsWith('/') || !URL.canParse(path, here)) return null;
  const { origin, pathname, search } = new URL(path, here);
  // Browsers would read a path with two slashes as a host.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : null;
}
