import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clock, SessionLifetime } from '../../../src/database/database-settings.ts';
import {
  MOST_SIMULATIONS,
  type PurgeableSessionStore,
  RECENT_SIMULATIONS,
  SessionFull,
  type SessionState,
  SIMULATIONS_IN_CHUNK,
  simulationsOf,
} from '../../../src/model/sessions.ts';
import { shortHousehold } from '../../../src/tax/return/household.ts';
import { listSimulations, simulation } from './simulations.ts';

/** What the suite asks of a store: two views of the same sessions, as two instances of the server have. */
export interface StoreUnderTest {
  readonly store: PurgeableSessionStore;
  readonly otherInstance: PurgeableSessionStore;
  close(): Promise<void>;
}

export const lifetime: SessionLifetime = { idle_minutes: 120, absolute_hours: 24 };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const fresh: SessionState = { type: 'json', user: null, csrfSecret: 'secret', page: null };

/** The behaviour that every session store has, whatever keeps it. */
export function describeSessionStore(
  name: string,
  open: (clock: Clock) => Promise<StoreUnderTest>,
  /** How many simulations at once are reasonable there, and whether the store forgets by `purge`, or by itself. */
  { sessions = 20, calculations = 50, isPurged = true } = {},
): void {
  describe(`session store: ${name}`, () => {
    let now = Date.parse('2026-03-01T08:00:00Z');
    let ids = 0;
    let id: string;
    let under: StoreUnderTest;
    let store: PurgeableSessionStore;
    const start = (state: Partial<SessionState> = {}) => store.create(id, { ...fresh, ...state });
    const add = async (key: string, ...salaries: number[]) =>
      (await store.addSimulations(key, salaries.map(simulation)))?.map((kept) => kept.id) ?? null;
    const listed = async (key: string) => (await listSimulations(store, key)).map((kept) => kept.id);

    async function purgeAll(): Promise<number> {
      let sessions = 0;
      for (let more = true; more; ) {
        const step = await store.purge();
        sessions += step.sessions;
        more = step.more;
      }
      return sessions;
    }

    beforeAll(async () => {
      under = await open(() => now);
      store = under.store;
    });
    afterAll(async () => under?.close());
    beforeEach(() => {
      id = `id-${++ids}-`.padEnd(43, 'x');
    });

    describe('a session', () => {
      it('is found by its id, with its state and one key', async () => {
        const created = await start({ type: 'html', user: 'éloïse', page: '{"titre":"À l’été € 😀"}' });
        expect(await store.find(id)).toEqual(created);
        expect(created).toMatchObject({ type: 'html', user: 'éloïse', csrfSecret: 'secret' });
        expect(created.key).not.toContain(id);
      });

      it('is unknown under any other id', async () => {
        await start();
        expect(await store.find(`${id}x`)).toBeNull();
        expect(await store.find(id.toUpperCase())).toBeNull();
        expect(await store.find('')).toBeNull();
      });

      it('is seen by the other instances', async () => {
        const { key } = await start();
        await under.otherInstance.update(key, { user: 'admin' });
        expect(await store.find(id)).toMatchObject({ user: 'admin' });
      });

      it('changes only the named fields', async () => {
        const { key } = await start({ user: 'admin' });
        await Promise.all([
          store.update(key, { page: 'a page' }),
          store.update(key, { type: 'xml' }),
          store.update(key, {}),
        ]);
        expect(await store.find(id)).toEqual({ key, ...fresh, user: 'admin', page: 'a page', type: 'xml' });
        await store.update(key, { page: null, user: null });
        expect(await store.find(id)).toEqual({ key, ...fresh, type: 'xml' });
      });

      it('keeps a page of a megabyte', async () => {
        const page = 'é'.repeat(500_000);
        const { key } = await start({ page });
        expect((await store.find(id))?.page).toBe(page);
        // SQLite reads all of it whenever the search for another session comes by.
        await store.end(key);
      });

      it('answers to its new id only', async () => {
        const { key } = await start();
        await add(key, 1);
        await store.changeId(key, `${id}-new`);
        expect(await store.find(id)).toBeNull();
        expect(await store.find(`${id}-new`)).toMatchObject({ key });
        expect(await listed(key)).toEqual([1]);
      });

      it('ends with its simulations, and stays ended', async () => {
        const { key } = await start();
        await add(key, 1, 2);
        await store.end(key);
        expect(await store.find(id)).toBeNull();
        expect(await listed(key)).toEqual([]);
        expect(await add(key, 3)).toBeNull();
        await store.update(key, { user: 'admin' });
        await store.changeId(key, `${id}-new`);
        await store.end(key);
        expect(await store.find(id)).toBeNull();
        expect(await store.find(`${id}-new`)).toBeNull();
      });
    });

    describe('simulations', () => {
      it('are kept as they were given, with ids from 1', async () => {
        const { key } = await start();
        const given = { ...simulation(1_000_000_000), household: shortHousehold(false, 20, 1_000_000_000) };
        const kept = await store.addSimulations(key, [given]);
        expect(kept).toEqual([{ ...given, id: 1, label: null }]);
        expect(await listSimulations(store, key)).toEqual(kept);
      });

      it('are numbered in the order given, across calls', async () => {
        const { key } = await start();
        expect(await add(key, 1, 2, 3)).toEqual([1, 2, 3]);
        expect(await add(key)).toEqual([]);
        expect(await add(key, 4, 5)).toEqual([4, 5]);
        const salaries = (await listSimulations(store, key)).map(
          (kept) => kept.household.declarants[0].salary,
        );
        expect(salaries).toEqual([1, 2, 3, 4, 5]);
      });

      it('never use an id again after a deletion', async () => {
        const { key } = await start();
        await add(key, 1, 2);
        expect(await store.deleteSimulation(key, 2)).toBe(true);
        expect(await store.deleteSimulation(key, 2)).toBe(false);
        expect(await store.deleteSimulation(key, 99)).toBe(false);
        expect(await add(key, 3)).toEqual([3]);
        expect(await listed(key)).toEqual([1, 3]);
      });

      it('come back after a deletion, with the id and the name that they had', async () => {
        const { key } = await start();
        await add(key, 1, 2, 3);
        await store.renameSimulation(key, 2, 'avec prime');
        const before = await listSimulations(store, key);
        expect(await store.restoreSimulation(key, 2)).toBe(false);
        await store.deleteSimulation(key, 2);
        await add(key, 4);
        expect(await under.otherInstance.restoreSimulation(key, 2)).toBe(true);
        expect(await store.restoreSimulation(key, 2)).toBe(false);
        expect(await store.restoreSimulation(key, 99)).toBe(false);
        expect((await listSimulations(store, key)).slice(0, 3)).toEqual(before);
        expect(await listed(key)).toEqual([1, 2, 3, 4]);
        expect(await store.deleteSimulation(key, 2)).toBe(true);
      });

      it('take a name, another one, and none', async () => {
        const { key } = await start();
        await add(key, 1, 2);
        const names = async () => (await listSimulations(store, key)).map(({ label }) => label);
        expect(await names()).toEqual([null, null]);
        for (const name of ['Éloïse & co. € 😀', 'Éloïse & co. € 😀', 'x'.repeat(80)]) {
          expect(await store.renameSimulation(key, 2, name)).toBe(true);
          expect(await names()).toEqual([null, name]);
        }
        expect(await store.renameSimulation(key, 2, null)).toBe(true);
        expect(await names()).toEqual([null, null]);
        expect(await store.renameSimulation(key, 99, 'nobody')).toBe(false);
        await store.deleteSimulation(key, 1);
        expect(await store.renameSimulation(key, 1, 'deleted')).toBe(false);
      });

      it('belong to their session', async () => {
        const one = await start();
        const other = await store.create(`${id}-other`, fresh);
        await add(one.key, 1, 2);
        expect(await add(other.key, 3)).toEqual([1]);
        expect(await store.deleteSimulation(other.key, 2)).toBe(false);
        expect(await store.renameSimulation(other.key, 2, 'mine')).toBe(false);
        await store.deleteSimulation(one.key, 2);
        expect(await store.restoreSimulation(other.key, 2)).toBe(false);
        expect(await store.restoreSimulation(one.key, 2)).toBe(true);
        expect(await listed(one.key)).toEqual([1, 2]);
      });

      it('of a bulk request of 1,000 are all kept', async () => {
        const { key } = await start();
        const kept = await add(key, ...Array.from({ length: 1000 }, (_, index) => index));
        expect(kept).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
        expect(await listed(key)).toEqual(kept);
      });

      it('come in chunks, without the deleted ones', async () => {
        const { key } = await start();
        const count = 2 * SIMULATIONS_IN_CHUNK + 10;
        await store.addSimulations(
          key,
          Array.from({ length: count }, () => simulation(1)),
        );
        // A chunk and more of them, and the last one.
        const gone = new Set([count]);
        for (let id = 3; id < SIMULATIONS_IN_CHUNK + 5; id++) gone.add(id);
        for (const id of gone) await store.deleteSimulation(key, id);
        const left = Array.from({ length: count }, (_, index) => index + 1).filter((id) => !gone.has(id));
        expect(await listed(key)).toEqual(left);
        for await (const chunk of simulationsOf(store, key)) {
          expect(chunk.length).toBeGreaterThan(0);
          expect(chunk.length).toBeLessThanOrEqual(SIMULATIONS_IN_CHUNK);
        }
      });

      it('are found by their ids', async () => {
        const { key } = await start();
        await add(key, 1, 2, 3, 4);
        await store.renameSimulation(key, 4, 'b');
        await store.deleteSimulation(key, 2);
        const found = await store.findSimulations(key, [4, 2, 1, 5]);
        expect(found.map(({ id, label }) => [id, label])).toEqual([
          [1, null],
          [4, 'b'],
        ]);
        expect(await store.findSimulations(key, [])).toEqual([]);
        expect(await store.findSimulations(`${key}-other`, [1])).toEqual([]);
      });

      it('are found by being the latest', async () => {
        const { key } = await start();
        expect(await store.recentSimulations(key)).toEqual([]);
        await add(key, ...Array.from({ length: RECENT_SIMULATIONS + 2 }, (_, salary) => salary));
        await store.deleteSimulation(key, RECENT_SIMULATIONS);
        const ids = (await store.recentSimulations(key)).map(({ id }) => id);
        expect(ids).toEqual(ids.toSorted((one, other) => one - other));
        expect(ids.slice(-2)).toEqual([RECENT_SIMULATIONS + 1, RECENT_SIMULATIONS + 2]);
        expect(ids).not.toContain(RECENT_SIMULATIONS);
      });

      it('are as many as a session may have, deleted ones included', { timeout: 300_000 }, async () => {
        const { key } = await start();
        const bulk = Array.from({ length: MOST_SIMULATIONS / 10 }, (_, salary) => simulation(salary));
        for (let call = 0; call < 9; call++) await store.addSimulations(key, bulk);
        await store.addSimulations(key, bulk.slice(2));
        await expect(add(key, 1, 2, 3)).rejects.toThrow(SessionFull);
        const atOnce = await Promise.allSettled([add(key, 1), add(key, 2), add(key, 3), add(key, 4)]);
        const refused = atOnce.flatMap((call) => (call.status === 'rejected' ? [call.reason] : []));
        expect(refused).toEqual([expect.any(SessionFull), expect.any(SessionFull)]);
        expect(await store.deleteSimulation(key, MOST_SIMULATIONS)).toBe(true);
        await expect(add(key, 1)).rejects.toThrow(SessionFull);
        expect(await store.restoreSimulation(key, MOST_SIMULATIONS)).toBe(true);
        expect(await add((await store.create(`${id}-other`, fresh)).key, 1)).toEqual([1]);
        await store.end(key);
      });

      it(`of ${sessions} sessions with ${calculations} at once each, on two instances, are all there`, async () => {
        const keys = await Promise.all(
          Array.from({ length: sessions }, async (_, n) => (await store.create(`${id}-${n}`, fresh)).key),
        );
        const instances = [store, under.otherInstance];
        const numbers = Array.from({ length: calculations }, (_, index) => index);
        await Promise.all(
          keys.flatMap((key) => numbers.map((n) => instances[n % 2]?.addSimulations(key, [simulation(n)]))),
        );
        for (const key of keys) {
          const kept = await listSimulations(store, key);
          expect(kept.map((one) => one.id)).toEqual(numbers.map((n) => n + 1));
          const salaries = kept.map((one) => one.household.declarants[0].salary);
          expect(salaries.sort((a, b) => a - b)).toEqual(numbers);
        }
      });
    });

    describe('expiry', () => {
      it('comes after the idle time without a visit', async () => {
        await start();
        now += 119 * MINUTE;
        expect(await store.find(id)).not.toBeNull();
        now += 119 * MINUTE;
        expect(await store.find(id)).not.toBeNull();
        now += 120 * MINUTE;
        expect(await store.find(id)).toBeNull();
      });

      it('comes at the absolute time however often it is visited', async () => {
        await start();
        for (let hour = 1; hour < 24; hour++) {
          now += HOUR;
          expect(await store.find(id)).not.toBeNull();
        }
        now += HOUR;
        expect(await store.find(id)).toBeNull();
      });

      if (!isPurged) return;

      it('purges expired sessions with their simulations, and no others', async () => {
        now += 100 * HOUR;
        await purgeAll();
        const expired = await start();
        await add(expired.key, 1);
        now += HOUR;
        const live = await store.create(`${id}-live`, fresh);
        await add(live.key, 1);
        now += HOUR;
        expect(await purgeAll()).toBe(1);
        expect(await store.purge()).toEqual({ sessions: 0, more: false });
        expect(await listed(expired.key)).toEqual([]);
        expect(await listed(live.key)).toEqual([1]);
      });

      it('purges many sessions, and a huge one, in steps', { timeout: 20_000 }, async () => {
        const count = 250;
        await Promise.all(Array.from({ length: count }, (_, n) => store.create(`${id}-${n}`, fresh)));
        const huge = await start();
        const bulk = Array.from({ length: 3_000 }, (_, salary) => simulation(salary));
        for (let call = 0; call < 4; call++) await store.addSimulations(huge.key, bulk);
        now += 100 * HOUR;
        expect(await purgeAll()).toBeGreaterThan(count);
        expect(await listed(huge.key)).toEqual([]);
      });
    });
  });
}
