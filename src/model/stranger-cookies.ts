import type { SessionState } from './sessions.ts';

/** What a session has before somebody signs in. */
export type StrangerState = Omit<SessionState, 'user'>;

/** A session that came in a cookie. */
export interface ReadStranger {
  readonly state: StrangerState;
  /** Whether it has to be sent anew, so that it does not end under somebody who is there. */
  readonly isAgeing: boolean;
}

/**
 * The sessions of strangers: whoever has not signed in keeps the own session, in a cookie that this server authenticates.
 * It costs no store anything, however many there are.
 */
export interface StrangerCookies {
  /** The session as text for a cookie, of limited length; a page that does not fit is left out. */
  write(state: StrangerState): string;
  /** Whether the page of a session fits. */
  holds(state: StrangerState): boolean;
  /** Null for what no server with this key has written, or too long ago. */
  read(text: string): ReadStranger | null;
}
