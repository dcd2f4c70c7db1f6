import type { Kysely, QueryResult } from 'kysely';
import {
  type PurgeableSessionStore,
  SessionFull,
  type SessionState,
  SIMULATIONS_IN_CHUNK,
} from '../../model/sessions.ts';
import { batchLookups } from '../batch-lookups.ts';
import type { Clock } from '../database-settings.ts';
import type { SqlDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import type { Expiry } from './lifetime.ts';
import { purgeStep } from './purge-step.ts';
import { hashOfId, newSessionKey } from './session-id.ts';
import { sessionQueries } from './session-queries.ts';
import { type FoundSession, toRow, toSession, toSimulation } from './session-rows.ts';

/** Sessions in the tables `sessions` and `simulations`. `find` is one round trip, `addSimulations` two at most. */
export function sqlSessionStore(
  db: Kysely<Schema>,
  dialect: SqlDialect,
  expiry: Expiry,
  clock: Clock,
): PurgeableSessionStore {
  const queries = sessionQueries(db);
  const addRows = dialect.addSimulations(db);
  const findRow = batchLookups(findRows);

  async function findOneRow(hash: string): Promise<FoundSession | null> {
    return (await queries.find(db, { hash, now: clock() })).rows[0] ?? null;
  }

  async function findRows(hashes: readonly string[]): Promise<ReadonlyMap<string, FoundSession>> {
    const [first] = hashes;
    if (first !== undefined && hashes.length === 1) {
      const row = await findOneRow(first);
      return new Map(row ? [[first, row]] : []);
    }
    const rows = await queries.findAll(hashes, clock()).execute();
    return new Map(rows.map((row) => [row.id_hash, row]));
  }

  /** Null for a deleted session. */
  async function whyNothingIsKept(key: string): Promise<null> {
    if ((await queries.isThere(db, { key })).rows.length > 0) throw new SessionFull();
    return null;
  }

  return {
    async find(id) {
      const row = await findRow(hashOfId(id));
      if (!row) return null;
      const now = clock();
      if (expiry.isWorthWriting(row.last_seen_at, now)) {
        const expiresAt = expiry.at(row.created_at, now);
        await queries.touch(db, { key: row.session_key, now, expiresAt });
      }
      return toSession(row);
    },

    async create(id, state) {
      const key = newSessionKey();
      const now = clock();
      await queries.insert(db, {
        session_key: key,
        id_hash: hashOfId(id),
        type: state.type,
        login: state.user,
        csrf_secret: state.csrfSecret,
        page: state.page,
        last_simulation_id: 0,
        created_at: now,
        last_seen_at: now,
        expires_at: expiry.at(now, now),
      });
      return { key, ...state };
    },

    async update(key, changes) {
      const fields = Object.keys(changes) as (keyof SessionState)[];
      if (fields.length > 0) await queries.updateOf(fields)(db, { ...changes, key });
    },

    async changeId(key, newId) {
      await queries.changeId(db, { key, hash: hashOfId(newId) });
    },

    async end(key) {
      await queries.end(db, { key });
    },

    async addSimulations(key, simulations) {
      if (simulations.length === 0) return [];
      const now = clock();
      const lastId = await addRows(
        key,
        simulations.map((simulation) => toRow(simulation, now)),
      );
      if (lastId === null) return await whyNothingIsKept(key);
      const firstId = lastId - simulations.length + 1;
      return simulations.map((simulation, index) => ({ ...simulation, id: firstId + index, label: null }));
    },

    async simulationsAfter(key, id) {
      const simulations = (await queries.listAfter(db, { key, id })).rows.map(toSimulation);
      const isFull = simulations.length === SIMULATIONS_IN_CHUNK;
      return { simulations, next: isFull ? (simulations.at(-1)?.id ?? null) : null };
    },

    async recentSimulations(key) {
      return (await queries.listRecent(db, { key })).rows.map(toSimulation).toReversed();
    },

    async findSimulations(key, ids) {
      if (ids.length === 0) return [];
      return (await queries.findSimulations(key, ids).execute()).map(toSimulation);
    },

    async renameSimulation(key, id, label) {
      return hasChanged(await queries.renameSimulation(db, { key, id, label }));
    },

    async deleteSimulation(key, id) {
      return hasChanged(await queries.deleteSimulation(db, { key, id, now: clock() }));
    },

    async restoreSimulation(key, id) {
      return hasChanged(await queries.restoreSimulation(db, { key, id }));
    },

    purge: () => purgeStep(db, queries, clock()),
  };
}

function hasChanged({ numAffectedRows }: QueryResult<unknown>): boolean {
  return numAffectedRows === 1n;
}
