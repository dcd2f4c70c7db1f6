import {
  MOST_SIMULATIONS,
  type NumberedSimulation,
  type PurgeableSessionStore,
  SessionFull,
  type SessionState,
  type SessionType,
  type Simulation,
} from '../../model/sessions.ts';
import type { Clock } from '../database-settings.ts';
import { idWindowAfter, recentIds } from './id-window.ts';
import type { Expiry } from './lifetime.ts';
import type { RedisClient } from './redis-client.ts';
import { groupOf, nameOf, scriptRunner } from './redis-scripts.ts';
import { hashOfId, newSessionKey } from './session-id.ts';

/**
 * Sessions in Redis (`session.store: redis`); scripts.ts says in which form. Redis forgets them by itself when their time
 * is over.
 *
 * @param prefix of the names of everything; read at each call
 */
export function redisSessionStore(
  client: RedisClient,
  prefix: () => string,
  expiry: Expiry,
  clock: Clock,
): PurgeableSessionStore {
  const run = scriptRunner(client, prefix);
  const place = (idOrKey: string) => nameOf(prefix(), 'session', idOrKey);
  const command = (verb: string, name: string, ...rest: readonly string[]) =>
    client.command(name, verb, name, ...rest);

  async function found(key: string, ids: readonly number[]): Promise<readonly NumberedSimulation[]> {
    if (ids.length === 0) return [];
    const names = ids.flatMap((id) => [String(id), `${id}:label`, `${id}:deleted`]);
    const values = await command('HMGET', nameOf(prefix(), 'simulations', key), ...names);
    return simulationsOf(ids, values as readonly (string | null)[]);
  }

  /** The last id that the session has given; 0 before the first. */
  async function lastId(key: string): Promise<number> {
    return Number((await command('HGET', place(key), 'lastSimulation')) ?? 0);
  }

  return {
    async find(id) {
      const fields = fieldsOf(await run(place(id), 'find', idName(id)));
      const now = clock();
      const key = fields.get('key');
      if (key === undefined || Number(fields.get('expiresAt')) <= now) return null;
      if (expiry.isWorthWriting(Number(fields.get('lastSeenAt')), now)) {
        const end = expiry.at(Number(fields.get('createdAt')), now);
        await run(place(key), 'touch', key, now, end, end - now);
      }
      return { key, ...stateOf(fields) };
    },

    async create(id, state) {
      const key = `${groupOf(id)}${newSessionKey()}`;
      const now = clock();
      const end = expiry.at(now, now);
      const times = ['createdAt', now, 'lastSeenAt', now, 'expiresAt', end];
      await run(place(key), 'create', key, idName(id), end - now, ...times, ...split(state).kept);
      return { key, ...state };
    },

    async update(key, changes) {
      const { kept, dropped } = split(changes);
      if (kept.length + dropped.length > 0)
        await run(place(key), 'update', key, kept.length / 2, ...kept, ...dropped);
    },

    async changeId(key, newId) {
      await run(place(key), 'changeId', key, idName(newId));
    },

    async end(key) {
      await run(place(key), 'finish', key);
    },

    async addSimulations(key, simulations) {
      if (simulations.length === 0) return [];
      const last = await run(place(key), 'add', key, MOST_SIMULATIONS, ...simulations.map(toJson));
      if (last === null) return null;
      if (last === FULL) throw new SessionFull();
      const first = Number(last) - simulations.length + 1;
      return simulations.map((simulation, index) => ({ ...simulation, id: first + index, label: null }));
    },

    async simulationsAfter(key, id) {
      const { ids, next } = idWindowAfter(id, await lastId(key));
      return { simulations: await found(key, ids), next };
    },

    recentSimulations: async (key) => found(key, recentIds(await lastId(key))),

    findSimulations: (key, ids) =>
      found(
        key,
        ids.toSorted((one, other) => one - other),
      ),

    async renameSimulation(key, id, label) {
      return (await run(place(key), 'rename', key, id, ...(label === null ? [] : [label]))) === 1;
    },

    async deleteSimulation(key, id) {
      return (await run(place(key), 'remove', key, id)) === 1;
    },

    async restoreSimulation(key, id) {
      return (await run(place(key), 'restore', key, id)) === 1;
    },

    purge: async () => ({ sessions: 0, more: false }),
  };
}

/** What the id is called in Redis: in the group of its session, and never itself. */
function idName(id: string): string {
  return `${groupOf(id)}${hashOfId(id)}`;
}

/** What the script says instead of a number. */
const FULL = 'full';

/** A reply of names and values in turn. */
function fieldsOf(reply: unknown): ReadonlyMap<string, string> {
  const parts = reply as readonly string[];
  const fields = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) {
    fields.set(parts[index] as string, parts[index + 1] as string);
  }
  return fields;
}

/** Redis knows no null: a field without a value is not there. */
function split(state: Partial<SessionState>): { kept: string[]; dropped: string[] } {
  const fields = Object.entries(state);
  return {
    kept: fields.flatMap(([name, value]) => (value === null ? [] : [name, value])),
    dropped: fields.flatMap(([name, value]) => (value === null ? [name] : [])),
  };
}

function stateOf(fields: ReadonlyMap<string, string>): SessionState {
  return {
    type: (fields.get('type') ?? null) as SessionType | null,
    user: fields.get('user') ?? null,
    csrfSecret: fields.get('csrfSecret') ?? '',
    page: fields.get('page') ?? null,
  };
}

/** @param values three for each id: the simulation as JSON, its name, and whether it is deleted */
function simulationsOf(ids: readonly number[], values: readonly (string | null)[]): NumberedSimulation[] {
  return ids.flatMap((id, index) => {
    const [json, label = null, deleted] = values.slice(index * 3, index * 3 + 3);
    if (!json || deleted) return [];
    return { ...(JSON.parse(json) as Simulation), id, label };
  });
}

function toJson({ incomeYear, method, household, result }: Simulation): string {
  return JSON.stringify({ incomeYear, method, household, result });
}
