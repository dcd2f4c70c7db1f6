import type { SessionState } from './sessions.ts';

/** A session before somebody signs in. */
export type StrangerState = Omit<SessionState, 'user'>;

/** A session read from a cookie. */
export interface ReadStranger {
  readonly state: StrangerState;
  /** Whether to send it again, so that it does not expire while somebody uses it. */
  readonly isAgeing: boolean;
}

/**
 * The sessions of strangers: each is in the client's own cookie, authenticated by this server. They need no store,
 * however many there are.
 */
export interface StrangerCookies {
  /** The session as text for a cookie, of limited length; a page that does not fit is omitted. */
  write(state: StrangerState): string;
  /** Whether the session's page fits. */
  holds(state: StrangerState): boolean;
  /** Null for a text that no server with this key has written, or too long ago. */
  read(text: string): ReadStranger | null;
}
