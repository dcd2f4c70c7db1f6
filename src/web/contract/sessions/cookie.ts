import { parseCookie, stringifySetCookie } from 'cookie';
import type { SessionType } from '../../../model/sessions.ts';

const typeLetters = { json: 'j', xml: 'x', html: 'h' } as const satisfies Record<SessionType, string>;
const typesByLetter = new Map(
  Object.entries(typeLetters).map(([type, letter]) => [letter as string, type as SessionType]),
);

/** The cookie's content: the session id, and the session's type so that an answer keeps its form when the database is away. */
export interface SessionCookie {
  readonly id: string;
  readonly type: SessionType | null;
}

/** `j-` + id; `n-` for a session that has no type yet. */
const COOKIE_VALUE = /^([jxhn])-([A-Za-z0-9_-]{43})$/;

export function readSessionCookie(
  header: string | undefined,
  { name, secure }: Pick<CookieSettings, 'name' | 'secure'>,
): SessionCookie | null {
  if (!header?.includes(name)) return null;
  const found = COOKIE_VALUE.exec(parseCookie(header)[nameFor(name, secure)] ?? '');
  return found?.[1] && found[2] ? { id: found[2], type: typesByLetter.get(found[1]) ?? null } : null;
}

/**
 * Each scheme has a name of its own: browsers do not let HTTP replace a cookie that they have got over HTTPS, nor anything
 * but HTTPS set one with this prefix (RFC 6265bis §4.1.3).
 */
function nameFor(name: string, isSecure: boolean): string {
  return isSecure ? `__Secure-${name}` : name;
}

export interface CookieSettings {
  /** Without what tells the scheme. */
  readonly name: string;
  /** Alias and prefix, or `/`. */
  readonly path: string;
  /** Over HTTPS. */
  readonly secure: boolean;
}

export function sessionCookie({ id, type }: SessionCookie, settings: CookieSettings): string {
  return stringifySetCookie({ ...attributes(settings), value: `${type ? typeLetters[type] : 'n'}-${id}` });
}

export function expiredCookie(settings: CookieSettings): string {
  return stringifySetCookie({ ...attributes(settings), value: '', maxAge: 0 });
}

function attributes({ name, path, secure }: CookieSettings) {
  return { name: nameFor(name, secure), path, secure, httpOnly: true, sameSite: 'lax' } as const;
}
