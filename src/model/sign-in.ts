import type { Client } from './client.ts';

/** Signs people in. Slows down and then refuses clients that fail too often. */
export interface SignIn {
  /** Whether the server has no configured users: only the person at this machine signs in, for this run. */
  readonly isOneTime: boolean;
  attempt(login: string, password: string, client: Client): Promise<SignInResult>;
  /**
   * Calls `open` with the user of a one-time link, which stays valid when that fails. False when the code is unknown,
   * used, or not from this machine.
   */
  redeem(code: string, client: Client, open: (user: string) => Promise<void>): Promise<boolean>;
  /** Whether the login exists. */
  hasLogin(login: string): boolean;
  /** False for a session's user who was removed, or whose password has changed. */
  knows(user: string): boolean;
  /** The login of a session's user, for display. */
  loginOf(user: string): string;
}

/** Who may use the API, and how often. */
export interface ApiAccess {
  checkToken(token: string): TokenCheck;
  /** Like {@link SignIn}, for programs that send their password with each request. */
  attempt: SignIn['attempt'];
  /** Counts one more request. */
  count(who: Requester): RequestAllowance | Promise<RequestAllowance>;
}

export type TokenCheck =
  | { readonly kind: 'accepted'; readonly name: string }
  /** `since` is a date, `YYYY-MM-DD`. */
  | { readonly kind: 'expired'; readonly name: string; readonly since: string }
  | { readonly kind: 'unknown' };

/** Requesters whose requests are counted together. */
export type Requester =
  | { readonly kind: 'token' | 'user'; readonly name: string }
  | { readonly kind: 'address'; readonly address: string };

/** The remaining requests after one more. */
export interface RequestAllowance {
  readonly isExceeded: boolean;
  /** Requests in a window. */
  readonly limit: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Until the window ends and the full number is available again. */
  readonly resetSeconds: number;
}

export type SignInResult =
  /** `user` is for the session. */
  | { readonly kind: 'accepted'; readonly user: string }
  | { readonly kind: 'refused' }
  /** After too many failures. */
  | { readonly kind: 'paused'; readonly retryAfterSeconds: number }
  /** The server is overloaded: the password was not checked. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** The client left while it waited: the password was not checked. */
  | { readonly kind: 'abandoned' };
