import { parseCookie, stringifySetCookie } from 'cookie';
import type { SessionType } from '../../../model/sessions.ts';

const typeLetters = { json: 'j', xml: 'x', html: 'h' } as const satisfies Record<SessionType, string>;
const typesByLetter = new Map(
  Object.entries(typeLetters).map(([type, letter]) => [letter as string, type as SessionType]),
);

/** The cookie's content. It includes the session's type, so that an answer keeps its format while the database is down. */
export interface SessionCookie {
  /** Whether the text is the id of a session in the store, or a stranger's session itself. */
  readonly kind: 'stored' | 'stranger';
  readonly type: SessionType | null;
  readonly text: string;
}

/** `j-` + id, or `j.` + a stranger's session; `n` for a session that has no type yet. */
const COOKIE_VALUE = /^([jxhn])(?:-([\w-]{43})|\.([\w-]+\.[\w-]{43}))$/;

export function readSessionCookie(
  header: string | undefined,
  { name, secure }: Pick<CookieSettings, 'name' | 'secure'>,
): SessionCookie | null {
  if (!header?.includes(name)) return null;
  const [, letter = '', id, session = ''] =
    COOKIE_VALUE.exec(parseCookie(header)[nameFor(name, secure)] ?? '') ?? [];
  if (letter === '') return null;
  const type = typesByLetter.get(letter) ?? null;
  return id === undefined ? { kind: 'stranger', type, text: session } : { kind: 'stored', type, text: id };
}

/**
 * Each scheme has its own name: browsers let neither HTTP replace a cookie received over HTTPS, nor anything but HTTPS
 * set one with this prefix (RFC 6265bis §4.1.3).
 */
function nameFor(name: string, isSecure: boolean): string {
  return isSecure ? `__Secure-${name}` : name;
}

export interface CookieSettings {
  /** The name without the prefix of the scheme. */
  readonly name: string;
  /** Alias and prefix, or `/`. */
  readonly path: string;
  /** Over HTTPS. */
  readonly secure: boolean;
}

export function sessionCookie({ kind, type, text }: SessionCookie, settings: CookieSettings): string {
  const value = `${type ? typeLetters[type] : 'n'}${kind === 'stored' ? '-' : '.'}${text}`;
  return stringifySetCookie({ ...attributes(settings), value });
}

export function expiredCookie(settings: CookieSettings): string {
  return stringifySetCookie({ ...attributes(settings), value: '', maxAge: 0 });
}

function attributes({ name, path, secure }: CookieSettings) {
  return { name: nameFor(name, secure), path, secure, httpOnly: true, sameSite: 'lax' } as const;
}
