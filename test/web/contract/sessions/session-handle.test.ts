import { expect, it } from 'vitest';
import type { SessionState, SessionStore, StoredSession } from '../../../../src/model/sessions.ts';
import { SessionHandle } from '../../../../src/web/contract/sessions/session-handle.ts';

/** A store of one session that counts what is written to it. */
function storeOf(initial: { id: string; session: StoredSession } | null) {
  let held = initial;
  const written: Partial<SessionState>[] = [];
  const store: Partial<SessionStore> = {
    find: async (id) => (held?.id === id ? held.session : null),
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
  return { store: store as SessionStore, written, idInStore: () => held?.id };
}

const session: StoredSession = { key: 'k', type: 'json', user: null, csrfSecret: 's', page: null };
const cookie = { id: 'former', type: 'json' } as const;
const known = () => storeOf({ id: 'former', session });

it('makes no session and sends no cookie unless asked', async () => {
  const { store, idInStore } = storeOf(null);
  const handle = await SessionHandle.of(store, cookie);
  await handle.save();
  expect([handle.current, handle.cookieToSend, idInStore()]).toEqual([null, null, undefined]);
});

it('never takes over the id of an unknown cookie', async () => {
  const { store, idInStore } = storeOf(null);
  const handle = await SessionHandle.of(store, cookie);
  await handle.open();
  expect(idInStore()).toMatch(/^[\w-]{43}$/);
  expect(handle.cookieToSend).toEqual({ id: idInStore(), type: null });
});

it('writes what changed once, together, and sees it before', async () => {
  const { store, written } = known();
  const handle = await SessionHandle.of(store, cookie);
  handle.change({ user: 'a' });
  handle.change({ page: 'p' });
  expect(handle.current).toMatchObject({ user: 'a', page: 'p' });
  await handle.save();
  await handle.save();
  expect(written).toEqual([{ user: 'a', page: 'p' }]);
  expect(handle.cookieToSend).toBeNull();
});

it('gets a new id, which the cookie tells', async () => {
  const { store, idInStore } = known();
  const handle = await SessionHandle.of(store, cookie);
  await handle.renewId();
  expect(idInStore()).not.toBe('former');
  expect(handle.cookieToSend).toEqual({ id: idInStore(), type: 'json' });
});

it('repeats the cookie when announced, with the type as it is now', async () => {
  const handle = await SessionHandle.of(known().store, cookie);
  handle.announce();
  handle.change({ type: 'xml' });
  expect(handle.cookieToSend).toEqual({ id: 'former', type: 'xml' });
});

it('ends: nothing is written afterwards, and the cookie goes', async () => {
  const { store, written, idInStore } = known();
  const handle = await SessionHandle.of(store, cookie);
  handle.change({ user: 'a' });
  await handle.end();
  await handle.save();
  expect([handle.current, handle.cookieToSend, idInStore(), written]).toEqual([
    null,
    'expire',
    undefined,
    [],
  ]);
});

it('opens another one after its end, with another secret', async () => {
  const handle = await SessionHandle.of(known().store, cookie);
  await handle.end();
  const { csrfSecret } = await handle.open();
  expect(csrfSecret).not.toBe('s');
  expect(handle.cookieToSend).toMatchObject({ type: null });
});
