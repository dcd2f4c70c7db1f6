import type { Client } from '../model/client.ts';
import type { Method, TaxResult } from '../tax/calculation.ts';
import type { Household } from '../tax/household.ts';

/** What the web needs of the outside. The database, the users and the tax years fit these shapes; `cli` plugs them in. */

/** The representation that a session asked for with `init-session` (contract §1.5). */
export type SessionType = 'json' | 'xml' | 'html';

/** One calculation as it is kept: its household, how it was computed and the result in whole euros. */
export interface Simulation {
  readonly incomeYear: number;
  readonly method: Method;
  readonly household: Household;
  readonly result: TaxResult;
}

/** A kept simulation. Ids start at 1, grow within a session and are never used again (contract §3). */
export interface NumberedSimulation extends Simulation {
  readonly id: number;
  /** The name that the visitor gave it; null before. */
  readonly label: string | null;
}

/** What a session holds beside its simulations. */
export interface SessionState {
  /** Null between the entry route and `init-session`. */
  readonly type: SessionType | null;
  /** The login of the signed-in user. */
  readonly user: string | null;
  /** Signs the tokens of this session; stays the same when the session id changes at login (decision D23). */
  readonly csrfSecret: string;
  /** The model of the next page (contract §1.6, `modèle`), serialised by the web. */
  readonly page: string | null;
}

/** A live session. `key` stays the same for its whole life; the id that the cookie carries changes at login. */
export interface StoredSession extends SessionState {
  readonly key: string;
}

/**
 * Keeps sessions and their simulations. Ids are secrets: a store keeps only their SHA-256.
 * Every method rejects with an {@link Unavailable} error when the database cannot be reached.
 */
export interface SessionStore {
  /** The session of that id; null when it is unknown, expired (idle or absolute) or ended. */
  find(id: string): Promise<StoredSession | null>;
  create(id: string, state: SessionState): Promise<StoredSession>;
  /** Changes the named fields only, so that parallel requests do not undo each other. A no-op on an ended session. */
  update(key: string, changes: Partial<SessionState>): Promise<void>;
  /** The session answers to `newId` from now on, and no longer to the former id. */
  changeId(key: string, newId: string): Promise<void>;
  /** Forgets the session and its simulations. */
  end(key: string): Promise<void>;
  /**
   * Appends in order and returns them with their ids, which follow the last one given in this session.
   * Null when the session has been ended meanwhile: nothing was kept.
   */
  addSimulations(
    key: string,
    simulations: readonly Simulation[],
  ): Promise<readonly NumberedSimulation[] | null>;
  /** In ascending order of id, without the deleted ones. */
  listSimulations(key: string): Promise<readonly NumberedSimulation[]>;
  /** Names a simulation, or takes its name away. False when there is no simulation of that id. */
  renameSimulation(key: string, id: number, label: string | null): Promise<boolean>;
  /** False when there is no simulation of that id. Its id stays its own: see {@link restoreSimulation}. */
  deleteSimulation(key: string, id: number): Promise<boolean>;
  /** Undoes a deletion, as long as the session lives. False when no simulation of that id has been deleted. */
  restoreSimulation(key: string, id: number): Promise<boolean>;
}

/** An error of a dependency that is away for a while: the answer is 503 with Retry-After. */
export interface Unavailable extends Error {
  readonly retryAfterSeconds: number;
}

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
  count(who: Requester): Promise<Allowance>;
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
export interface Allowance {
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
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number };
