import { describe, expect, it } from 'vitest';
import {
  type SessionState,
  type SessionStore,
  STAYING_CHARACTERS,
  type StoredSession,
} from '../../../../src/model/sessions.ts';
import type { SessionCookie } from '../../../../src/web/contract/sessions/cookie.ts';
import { SessionHandle } from '../../../../src/web/contract/sessions/session-handle.ts';
import { strangerCookies } from '../../../../src/web/contract/sessions/signed-cookies.ts';

const MINUTE = 60_000;
const ID = /^[\w-]{43}$/;

/** A store of one session at most that counts what is asked of it; strangers as they are. */
function placesOf(initial: { id: string; session: StoredSession } | null = null) {
  let held = initial;
  let now = 0;
  let lookUps = 0;
  const written: Partial<SessionState>[] = [];
  const sessions: Partial<SessionStore> = {
    find: async (id) => {
      lookUps++;
      return held?.id === id ? held.session : null;
    },
    create: async (id, state) => {
      held = { id, session: { key: 'new', ...state } };
      return held.session;
    },
    update: async (_key, changes) => {
      written.push(changes);
    },
    changeId: async (_key, id) => {
      if (held) held = { ...held, id };
    },
    end: async () => {
      held = null;
    },
  };
  return {
    places: {
      sessions: sessions as SessionStore,
      strangers: strangerCookies({ key: () => 'key', idleMinutes: 120, clock: () => now }),
    },
    written,
    held: () => held,
    lookUps: () => lookUps,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

/** Of 43 characters, as the cookie has them. */
const FORMER_ID = 'f'.repeat(43);
const session: StoredSession = { key: 'k', type: 'json', user: 'a', csrfSecret: 's', page: null };
const cookie: SessionCookie = { kind: 'stored', type: 'json', text: FORMER_ID };
const known = () => placesOf({ id: FORMER_ID, session });

/** The cookie that an answer carries. */
function sent(handle: SessionHandle): SessionCookie {
  const { cookieToSend } = handle;
  if (cookieToSend === null || cookieToSend === 'expire') throw new Error(`the cookie is ${cookieToSend}`);
  return cookieToSend;
}

it('makes no session and sends no cookie unless asked', async () => {
  const { places, held } = placesOf();
  const handle = await SessionHandle.of(places, cookie);
  await handle.save();
  expect([handle.current, handle.key, handle.cookieToSend, held()]).toEqual([null, null, null, null]);
});

describe('the session of a stranger', () => {
  async function stranger(under = placesOf()) {
    const handle = await SessionHandle.of(under.places, null);
    handle.open();
    handle.change({ type: 'json', page: 'p' });
    await handle.save();
    return { ...under, handle, state: handle.current, cookie: sent(handle) };
  }

  it('is in the cookie, and the store hears nothing of it', async () => {
    const { places, held, lookUps, written, cookie, state } = await stranger();
    const next = await SessionHandle.of(places, cookie);
    next.change({ page: 'q' });
    await next.save();
    expect(next.current).toEqual({ ...state, page: 'q' });
    expect([next.key, held(), lookUps(), written]).toEqual([null, null, 0, []]);
    expect((await SessionHandle.of(places, sent(next))).current).toEqual(next.current);
  });

  it('is not sent again by an answer that changes nothing, until it ages', async () => {
    const { places, cookie, wait } = await stranger();
    expect((await SessionHandle.of(places, cookie)).cookieToSend).toBeNull();
    wait(MINUTE);
    const later = await SessionHandle.of(places, cookie);
    wait(119 * MINUTE + 1);
    expect((await SessionHandle.of(places, cookie)).current).toBeNull();
    expect((await SessionHandle.of(places, sent(later))).current).toEqual(later.current);
  });

  it('moves to the store when somebody signs in, under an id that nobody chose, with its secret', async () => {
    const { places, held, cookie, state } = await stranger();
    const handle = await SessionHandle.of(places, cookie);
    await handle.signIn('a');
    await handle.save();
    expect(held()).toEqual({
      id: expect.stringMatching(ID),
      session: { key: 'new', ...state, user: 'a' },
    });
    expect(sent(handle)).toEqual({ kind: 'stored', type: 'json', text: held()?.id });
    expect(handle.key).toBe('new');
  });

  it('stays a stranger’s when its cookie comes again after the sign-in', async () => {
    const { places, cookie, state } = await stranger();
    const handle = await SessionHandle.of(places, cookie);
    await handle.signIn('a');
    await handle.save();
    const again = await SessionHandle.of(places, cookie);
    expect([again.current, again.key]).toEqual([{ ...state, user: null }, null]);
  });
});

describe('a stored session', () => {
  it('never takes over the id of an unknown cookie', async () => {
    const handle = await SessionHandle.of(placesOf().places, cookie);
    handle.open();
    expect(sent(handle)).toMatchObject({ kind: 'stranger', type: null });
  });

  it('writes what changed once, together, and sees it before', async () => {
    const { places, written } = known();
    const handle = await SessionHandle.of(places, cookie);
    handle.change({ type: 'xml' });
    handle.change({ page: 'p' });
    expect(handle.current).toMatchObject({ type: 'xml', page: 'p' });
    await handle.save();
    await handle.save();
    expect(written).toEqual([{ type: 'xml', page: 'p' }]);
    expect(handle.cookieToSend).toBeNull();
  });

  it('gets a new id at the next sign-in, which the cookie tells', async () => {
    const { places, held, written } = known();
    const handle = await SessionHandle.of(places, cookie);
    await handle.signIn('b');
    await handle.save();
    const id = held()?.id ?? '';
    expect(id).toMatch(ID);
    // It stays where a cluster has put it, and what opens it is new.
    expect(id.slice(0, STAYING_CHARACTERS)).toBe(FORMER_ID.slice(0, STAYING_CHARACTERS));
    expect(id.slice(STAYING_CHARACTERS)).not.toContain('fff');
    expect(written).toEqual([{ user: 'b' }]);
    expect(handle.cookieToSend).toEqual({ kind: 'stored', type: 'json', text: held()?.id });
  });

  it('repeats the cookie when announced, with the type as it is now', async () => {
    const handle = await SessionHandle.of(known().places, cookie);
    handle.announce();
    handle.change({ type: 'xml' });
    expect(handle.cookieToSend).toEqual({ kind: 'stored', type: 'xml', text: FORMER_ID });
  });

  it('ends: nothing is written afterwards, and the cookie goes', async () => {
    const { places, written, held } = known();
    const handle = await SessionHandle.of(places, cookie);
    handle.change({ page: 'p' });
    await handle.end();
    await handle.save();
    expect([handle.current, handle.key, handle.cookieToSend]).toEqual([null, null, 'expire']);
    expect([held(), written]).toEqual([null, []]);
  });

  it('is followed by a stranger’s after its end, with another secret', async () => {
    const { places, held } = known();
    const handle = await SessionHandle.of(places, cookie);
    await handle.end();
    const { csrfSecret } = handle.open();
    await handle.save();
    expect(csrfSecret).not.toBe('s');
    expect(sent(handle)).toMatchObject({ kind: 'stranger', type: null });
    expect(held()).toBeNull();
  });
});
