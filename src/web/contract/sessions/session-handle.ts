import { randomBytes } from 'node:crypto';
import { type SessionState, type SessionStore, STAYING_CHARACTERS } from '../../../model/sessions.ts';
import type { StrangerCookies } from '../../../model/stranger-cookies.ts';
import type { SessionCookie } from './cookie.ts';

/** The places of sessions: a store for those of users, cookies for those of strangers. */
export interface SessionPlaces {
  readonly sessions: SessionStore;
  readonly strangers: StrangerCookies;
}

/** The names of a session in the store and in the cookie. */
interface Names {
  readonly key: string;
  readonly id: string;
}

/**
 * The session of one request. Changes are collected and written once, before the answer is sent, so that the next request
 * of the client finds them. A session is only in the cookie until somebody signs in, and from then on in the store.
 */
export class SessionHandle {
  readonly #store: SessionStore;
  readonly #strangers: StrangerCookies;
  #current: SessionState | null = null;
  /** Null while the session is only in the cookie. */
  #names: Names | null = null;
  #changes: Partial<SessionState> = {};
  #isNew = false;
  #cookie: 'keep' | 'send' | 'expire' = 'keep';

  private constructor({ sessions, strangers }: SessionPlaces) {
    this.#store = sessions;
    this.#strangers = strangers;
  }

  static async of(places: SessionPlaces, cookie: SessionCookie | null): Promise<SessionHandle> {
    const handle = new SessionHandle(places);
    if (cookie?.kind === 'stored') await handle.#find(cookie.text);
    if (cookie?.kind === 'stranger') handle.#read(cookie.text);
    return handle;
  }

  get current(): SessionState | null {
    return this.#current;
  }

  /** The name of the session in the store; null while nobody has signed in. */
  get key(): string | null {
    return this.#names?.key ?? null;
  }

  /** Whether the client came without it. */
  get isNew(): boolean {
    return this.#isNew;
  }

  /** Whether a page fits: a cookie holds little. */
  holds(page: string): boolean {
    return (
      this.#names !== null || (this.#current !== null && this.#strangers.holds({ ...this.#current, page }))
    );
  }

  /** The session to put into the cookie, `'expire'`, or null when the cookie stays as it is. */
  get cookieToSend(): SessionCookie | 'expire' | null {
    if (this.#cookie === 'expire') return 'expire';
    if (this.#cookie === 'keep' || !this.#current) return null;
    const { type } = this.#current;
    return this.#names
      ? { kind: 'stored', type, text: this.#names.id }
      : { kind: 'stranger', type, text: this.#strangers.write(this.#current) };
  }

  /** The session of this request, created if there is none. */
  open(): SessionState {
    if (this.#current) return this.#current;
    this.announce();
    this.#isNew = true;
    this.#current = {
      type: null,
      user: null,
      csrfSecret: randomBytes(32).toString('base64url'),
      page: null,
    };
    return this.#current;
  }

  /** The answer sends the cookie even if the client has it already. */
  announce(): void {
    this.#cookie = 'send';
  }

  change(changes: Partial<Omit<SessionState, 'csrfSecret'>>): void {
    if (!this.#current) return;
    this.#current = { ...this.#current, ...changes };
    this.#changes = { ...this.#changes, ...changes };
    if (!this.#names) this.announce();
  }

  /** The session belongs to that user from now on, under a new id: an earlier cookie is worthless afterwards. */
  async signIn(user: string): Promise<void> {
    this.change({ user });
    this.announce();
    if (!this.#names) return;
    const id = renewed(this.#names.id);
    await this.#store.changeId(this.#names.key, id);
    this.#names = { ...this.#names, id };
  }

  async end(): Promise<void> {
    if (!this.#current) return;
    if (this.#names) await this.#store.end(this.#names.key);
    this.#current = null;
    this.#names = null;
    this.#changes = {};
    this.#cookie = 'expire';
  }

  async save(): Promise<void> {
    if (!this.#current) return;
    if (this.#names) await this.#update(this.#names.key);
    else if (this.#current.user !== null) await this.#create(this.#current);
    this.#changes = {};
  }

  async #find(id: string): Promise<void> {
    const found = await this.#store.find(id);
    if (!found) return;
    const { key, ...state } = found;
    this.#current = state;
    this.#names = { key, id };
  }

  #read(text: string): void {
    const found = this.#strangers.read(text);
    if (!found) return;
    this.#current = { ...found.state, user: null };
    if (found.isAgeing) this.announce();
  }

  async #create(state: SessionState): Promise<void> {
    const id = newId();
    const { key } = await this.#store.create(id, state);
    this.#names = { key, id };
  }

  async #update(key: string): Promise<void> {
    if (Object.keys(this.#changes).length > 0) await this.#store.update(key, this.#changes);
  }
}

function newId(): string {
  return randomBytes(32).toString('base64url');
}

function renewed(id: string): string {
  return id.slice(0, STAYING_CHARACTERS) + newId().slice(STAYING_CHARACTERS);
}
