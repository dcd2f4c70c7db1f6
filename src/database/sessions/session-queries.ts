import { type Kysely, sql } from 'kysely';
import { RECENT_SIMULATIONS, type SessionState, SIMULATIONS_IN_CHUNK } from '../../model/sessions.ts';
import { type Prepared, prepare } from '../compiled-query.ts';
import type { Schema, SessionRow } from '../schema.ts';
import { columnOf, FOUND, type FoundSession, LISTED, type ListedSimulation } from './session-rows.ts';

/** Rows deleted in one step of the purge: few enough not to delay others, or to reach a time limit. */
export const PURGED_SESSIONS = 200;
export const PURGED_SIMULATIONS = 5_000;

/** An expired session; the counter is the most simulations that it can have. */
export type ExpiredSession = Pick<SessionRow, 'session_key' | 'last_simulation_id'>;

/** The queries of a session store, compiled once, for every database. */
export function sessionQueries(db: Kysely<Schema>) {
  const updates = new Map<string, Prepared<Partial<SessionState> & { key: string }, unknown>>();

  /** One compiled update for each combination of changed fields. */
  function updateOf(fields: readonly (keyof SessionState)[]) {
    const name = fields.join();
    const known = updates.get(name) ?? prepareUpdate(fields);
    updates.set(name, known);
    return known;
  }

  function prepareUpdate(fields: readonly (keyof SessionState)[]) {
    return prepare<Partial<SessionState> & { key: string }, unknown>((value) =>
      db
        .updateTable('sessions')
        .set(Object.fromEntries(fields.map((field) => [columnOf[field], value(field)])))
        .where('session_key', '=', value('key')),
    );
  }

  return {
    updateOf,
    find: prepare<{ hash: string; now: number }, FoundSession>((value) =>
      db
        .selectFrom('sessions')
        .select(FOUND)
        .where('id_hash', '=', value('hash'))
        .where('expires_at', '>', value('now')),
    ),
    /** Several at once; not compiled, since their number differs each time. */
    findAll: (hashes: readonly string[], now: number) =>
      db
        .selectFrom('sessions')
        .select(['id_hash', ...FOUND])
        .where('id_hash', 'in', hashes)
        .where('expires_at', '>', now),
    isThere: prepare<{ key: string }, Pick<SessionRow, 'session_key'>>((value) =>
      db.selectFrom('sessions').select('session_key').where('session_key', '=', value('key')),
    ),
    insert: prepare<SessionRow, unknown>((value) =>
      db.insertInto('sessions').values({
        session_key: value('session_key'),
        id_hash: value('id_hash'),
        type: value('type'),
        login: value('login'),
        csrf_secret: value('csrf_secret'),
        page: value('page'),
        last_simulation_id: value('last_simulation_id'),
        created_at: value('created_at'),
        last_seen_at: value('last_seen_at'),
        expires_at: value('expires_at'),
      }),
    ),
    touch: prepare<{ key: string; now: number; expiresAt: number }, unknown>((value) =>
      db
        .updateTable('sessions')
        .set({ last_seen_at: value('now'), expires_at: value('expiresAt') })
        .where('session_key', '=', value('key'))
        .where('last_seen_at', '<', value('now')),
    ),
    changeId: prepare<{ key: string; hash: string }, unknown>((value) =>
      db
        .updateTable('sessions')
        .set({ id_hash: value('hash') })
        .where('session_key', '=', value('key')),
    ),
    end: prepare<{ key: string }, unknown>((value) =>
      db.deleteFrom('sessions').where('session_key', '=', value('key')),
    ),
    listAfter: prepare<{ key: string; id: number }, ListedSimulation>((value) =>
      db
        .selectFrom('simulations')
        .select(LISTED)
        .where('session_key', '=', value('key'))
        .where('id', '>', value('id'))
        .where('deleted_at', 'is', null)
        .orderBy('id')
        .limit(sql.lit(SIMULATIONS_IN_CHUNK)),
    ),
    /** The latest first. */
    listRecent: prepare<{ key: string }, ListedSimulation>((value) =>
      db
        .selectFrom('simulations')
        .select(LISTED)
        .where('session_key', '=', value('key'))
        .where('deleted_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(sql.lit(RECENT_SIMULATIONS)),
    ),
    /** Not compiled: their number differs. */
    findSimulations: (key: string, ids: readonly number[]) =>
      db
        .selectFrom('simulations')
        .select(LISTED)
        .where('session_key', '=', key)
        .where('id', 'in', ids)
        .where('deleted_at', 'is', null)
        .orderBy('id'),
    renameSimulation: prepare<{ key: string; id: number; label: string | null }, unknown>((value) =>
      db
        .updateTable('simulations')
        .set({ label: value('label') })
        .where('session_key', '=', value('key'))
        .where('id', '=', value('id'))
        .where('deleted_at', 'is', null),
    ),
    deleteSimulation: prepare<{ key: string; id: number; now: number }, unknown>((value) =>
      db
        .updateTable('simulations')
        .set({ deleted_at: value('now') })
        .where('session_key', '=', value('key'))
        .where('id', '=', value('id'))
        .where('deleted_at', 'is', null),
    ),
    restoreSimulation: prepare<{ key: string; id: number }, unknown>((value) =>
      db
        .updateTable('simulations')
        .set({ deleted_at: null })
        .where('session_key', '=', value('key'))
        .where('id', '=', value('id'))
        .where('deleted_at', 'is not', null),
    ),
    expired: prepare<{ now: number }, ExpiredSession>((value) =>
      db
        .selectFrom('sessions')
        .select(['session_key', 'last_simulation_id'])
        .where('expires_at', '<=', value('now'))
        .orderBy('expires_at')
        .limit(PURGED_SESSIONS),
    ),
    /** The first simulation that a step keeps. */
    firstLeft: (key: string) =>
      db
        .selectFrom('simulations')
        .select('id')
        .where('session_key', '=', key)
        .orderBy('id')
        .limit(1)
        .offset(PURGED_SIMULATIONS),
    deleteBefore: (key: string, id: number) =>
      db.deleteFrom('simulations').where('session_key', '=', key).where('id', '<', id),
    /** Not compiled: the list of keys differs each time, and it runs once a minute. */
    deleteExpired: (keys: readonly string[], now: number) =>
      db.deleteFrom('sessions').where('session_key', 'in', keys).where('expires_at', '<=', now),
  };
}
