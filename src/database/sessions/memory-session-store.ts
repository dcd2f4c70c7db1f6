import {
  MOST_SIMULATIONS,
  type NumberedSimulation,
  type PurgeableSessionStore,
  SessionFull,
  type SessionState,
} from '../../model/sessions.ts';
import type { Clock, SessionLifetime } from '../database-settings.ts';
import { idWindowAfter, recentIds } from './id-window.ts';
import { type Expiry, expiryRules } from './lifetime.ts';
import { hashOfId, newSessionKey } from './session-id.ts';

interface MemorySession {
  readonly key: string;
  readonly createdAt: number;
  state: SessionState;
  idHash: string;
  expiresAt: number;
  lastSimulationId: number;
  readonly simulations: Map<number, NumberedSimulation>;
  /** Ids of deleted simulations, which can be restored. */
  readonly deleted: Set<number>;
}

/** Sessions in this process only (`session.store: memory`): the same behaviour as in a database, lost with the process. */
export function memorySessionStore(lifetime: SessionLifetime, clock: Clock): PurgeableSessionStore {
  const expiry: Expiry = expiryRules(lifetime);
  const byKey = new Map<string, MemorySession>();
  const byHash = new Map<string, MemorySession>();

  function forget(session: MemorySession): void {
    byKey.delete(session.key);
    byHash.delete(session.idHash);
  }

  function found(key: string, ids: readonly number[]): readonly NumberedSimulation[] {
    const session = byKey.get(key);
    const live = ids.filter((id) => !session?.deleted.has(id)).toSorted((one, other) => one - other);
    return live.flatMap((id) => session?.simulations.get(id) ?? []);
  }

  return {
    async find(id) {
      const session = byHash.get(hashOfId(id));
      const now = clock();
      if (!session || session.expiresAt <= now) return null;
      session.expiresAt = expiry.at(session.createdAt, now);
      return { key: session.key, ...session.state };
    },

    async create(id, state) {
      const now = clock();
      const session: MemorySession = {
        key: newSessionKey(),
        createdAt: now,
        state: { ...state },
        idHash: hashOfId(id),
        expiresAt: expiry.at(now, now),
        lastSimulationId: 0,
        simulations: new Map(),
        deleted: new Set(),
      };
      byKey.set(session.key, session);
      byHash.set(session.idHash, session);
      return { key: session.key, ...state };
    },

    async update(key, changes) {
      const session = byKey.get(key);
      if (session) session.state = { ...session.state, ...changes };
    },

    async changeId(key, newId) {
      const session = byKey.get(key);
      if (!session) return;
      byHash.delete(session.idHash);
      session.idHash = hashOfId(newId);
      byHash.set(session.idHash, session);
    },

    async end(key) {
      const session = byKey.get(key);
      if (session) forget(session);
    },

    async addSimulations(key, simulations) {
      const session = byKey.get(key);
      if (!session) return null;
      if (session.lastSimulationId + simulations.length > MOST_SIMULATIONS) throw new SessionFull();
      return simulations.map((simulation) => {
        const numbered = { ...simulation, id: ++session.lastSimulationId, label: null };
        session.simulations.set(numbered.id, numbered);
        return numbered;
      });
    },

    async simulationsAfter(key, id) {
      const { ids, next } = idWindowAfter(id, byKey.get(key)?.lastSimulationId ?? 0);
      return { simulations: found(key, ids), next };
    },

    async recentSimulations(key) {
      return found(key, recentIds(byKey.get(key)?.lastSimulationId ?? 0));
    },

    async findSimulations(key, ids) {
      return found(key, ids);
    },

    async renameSimulation(key, id, label) {
      const session = byKey.get(key);
      const simulation = session?.simulations.get(id);
      if (!simulation || session?.deleted.has(id)) return false;
      session?.simulations.set(id, { ...simulation, label });
      return true;
    },

    async deleteSimulation(key, id) {
      const session = byKey.get(key);
      if (!session?.simulations.has(id) || session.deleted.has(id)) return false;
      session.deleted.add(id);
      return true;
    },

    async restoreSimulation(key, id) {
      return byKey.get(key)?.deleted.delete(id) ?? false;
    },

    async purge() {
      const now = clock();
      const expired = [...byKey.values()].filter((session) => session.expiresAt <= now);
      expired.forEach(forget);
      return { sessions: expired.length, more: false };
    },
  };
}
