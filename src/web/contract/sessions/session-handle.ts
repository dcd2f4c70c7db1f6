import { randomBytes } from 'node:crypto';
import type { SessionState, SessionStore, StoredSession } from '../../../model/sessions.ts';
import type { SessionCookie } from './cookie.ts';

/**
 * The session of one request. Changes are gathered and written once, before the answer is sent, so that the next request
 * of the same client finds them.
 */
export class SessionHandle {
  readonly #store: SessionStore;
  #current: StoredSession | null;
  #id: string | null;
  #changes: Partial<SessionState> = {};
  #cookie: 'keep' | 'send' | 'expire' = 'keep';

  private constructor(store: SessionStore, id: string | null, current: StoredSession | null) {
    this.#store = store;
    this.#id = id;
    this.#current = current;
  }

  static async of(store: SessionStore, cookie: SessionCookie | null): Promise<SessionHandle> {
    const current = cookie && (await store.find(cookie.id));
    return new SessionHandle(store, current ? cookie.id : null, current);
  }

  get current(): StoredSession | null {
    return this.#current;
  }

  /** What becomes of the cookie: the session to name in it, `'expire'`, or null when it stays as it is. */
  get cookieToSend(): SessionCookie | 'expire' | null {
    if (this.#cookie === 'send' && this.#id && this.#current)
      return { id: this.#id, type: this.#current.type };
    return this.#cookie === 'expire' ? 'expire' : null;
  }

  /** The session of this request, made when there is none. */
  async open(): Promise<StoredSession> {
    if (this.#current) return this.#current;
    this.announce();
    this.#id = newId();
    this.#current = await this.#store.create(this.#id, {
      type: null,
      user: null,
      csrfSecret: randomBytes(32).toString('base64url'),
      page: null,
    });
    return this.#current;
  }

  /** The answer carries the cookie, whether the client has it already or not. */
  announce(): void {
    this.#cookie = 'send';
  }

  change(changes: Partial<SessionState>): void {
    if (!this.#current) return;
    this.#current = { ...this.#current, ...changes };
    this.#changes = { ...this.#changes, ...changes };
  }

  /** A new id for the same session, so that an id known before the login is worth nothing after it. */
  async renewId(): Promise<void> {
    if (!this.#current) return;
    this.#id = newId();
    await this.#store.changeId(this.#current.key, this.#id);
    this.announce();
  }

  async end(): Promise<void> {
    if (!this.#current) return;
    await this.#store.end(this.#current.key);
    this.#current = null;
    this.#id = null;
    this.#changes = {};
    this.#cookie = 'expire';
  }

  async save(): Promise<void> {
    if (!this.#current || Object.keys(this.#changes).length === 0) return;
    await this.#store.update(this.#current.key, this.#changes);
    this.#changes = {};
  }
}

function newId(): string {
  return randomBytes(32).toString('base64url');
}
