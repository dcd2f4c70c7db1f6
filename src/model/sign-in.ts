import type { Client } from './client.ts';

/** Signs people in. Slows down and then refuses for a while who fails too often. */
export interface SignIn {
  /** Whether the server has no users but the one of this run, who signs in from this machine. */
  readonly isOneTime: boolean;
  attempt(login: string, password: string, client: Client): Promise<SignInResult>;
  /**
   * Lets `open` sign in the user of a one-time link, which stays good when that fails. False when the code is unknown,
   * used, or not presented from this machine.
   */
  redeem(code: string, client: Client, open: (user: string) => Promise<void>): Promise<boolean>;
  /** Whether somebody signs in with this login. */
  hasLogin(login: string): boolean;
  /** False for a user of a session who may not sign in any more, or whose password has changed. */
  knows(user: string): boolean;
  /** The login of a session's user, for people to read. */
  loginOf(user: string): string;
}

/** Who may use the API, and how often. */
export interface ApiAccess {
  checkToken(token: string): TokenCheck;
  /** As {@link SignIn}, for programs that send their password with each request. */
  attempt: SignIn['attempt'];
  /** Counts one more request. */
  count(who: Requester): RequestAllowance;
}

export type TokenCheck =
  | { readonly kind: 'accepted'; readonly name: string }
  /** `since` is a date, `YYYY-MM-DD`. */
  | { readonly kind: 'expired'; readonly name: string; readonly since: string }
  | { readonly kind: 'unknown' };

/** Whose requests are counted together. */
export type Requester =
  | { readonly kind: 'token' | 'user'; readonly name: string }
  | { readonly kind: 'address'; readonly address: string };

/** What is left of somebody's requests after one more. */
export interface RequestAllowance {
  readonly isExceeded: boolean;
  /** Requests in a window. */
  readonly limit: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Until the window ends and all requests are there again. */
  readonly resetSeconds: number;
}

export type SignInResult =
  /** `user` is what the session remembers. */
  | { readonly kind: 'accepted'; readonly user: string }
  | { readonly kind: 'refused' }
  /** After too many failures. */
  | { readonly kind: 'paused'; readonly retryAfterSeconds: number }
  /** The server has too much to do: nothing was looked at. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** The client has gone while it waited: nothing was looked at. */
  | { readonly kind: 'abandoned' };
