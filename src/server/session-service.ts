import type { Config } from '../config/config-schema.ts';
import type { DatabaseState, StateChange } from '../database/availability.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../database/database-settings.ts';
import { memorySessionStore } from '../database/sessions/memory-session-store.ts';
import { purgeRegularly } from '../database/sessions/purge.ts';
import type { SessionStore } from '../model/sessions.ts';
import type { SharedCounts } from '../model/shared-counts.ts';
import { reportedCounts } from './reported-counts.ts';

/** The place of the sessions: the database, this process or Redis. */
export interface SessionService {
  readonly store: SessionStore;
  readonly state: DatabaseState;
  /** What is down when `state` is not `available`; unused for this process. */
  readonly keptIn: 'database' | 'redis';
  /** Whether they survive this process, and other instances see them. */
  readonly isShared: boolean;
  /** The counts that all instances share; null when this process counts alone. */
  readonly counts: SharedCounts | null;
  /** Resolves when sessions can be used; called when the database is available. */
  start(): Promise<void>;
  close(): void;
}

interface Parts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  readonly onStateChange: (change: StateChange) => void;
}

export async function sessionService(parts: Parts): Promise<SessionService> {
  const makers = { database: inDatabase, memory: inMemory, redis: inRedis };
  return await makers[parts.config.session.store](parts);
}

const nothingToDo = { start: async () => undefined, close: () => undefined };

function inDatabase({ database, log }: Parts): SessionService {
  return {
    ...nothingToDo,
    store: database.sessions,
    keptIn: 'database',
    isShared: true,
    counts: database.counts && reportedCounts(database.counts, log),
    get state() {
      return database.state;
    },
  };
}

function inMemory({ config, log }: Parts): SessionService {
  const store = memorySessionStore(config.session, Date.now);
  const stop = purgeRegularly(store, log);
  return {
    ...nothingToDo,
    store,
    keptIn: 'database',
    state: 'available',
    isShared: false,
    counts: null,
    close: stop,
  };
}

/** The client of Redis is loaded only when it is used. */
async function inRedis({ config, database, log, onStateChange }: Parts): Promise<SessionService> {
  const { openRedisSessions } = await import('../database/sessions/redis-sessions.ts');
  const sessions = openRedisSessions(config.redis, {
    lifetime: config.session,
    clock: Date.now,
    log,
    prefix: () => `tax-server:${database.installationId}:`,
    startupTimeout: config.database.startup_timeout,
    onStateChange,
  });
  return {
    store: sessions.store,
    keptIn: 'redis',
    isShared: true,
    counts: reportedCounts(sessions.counts, log),
    get state() {
      return sessions.state;
    },
    start: () => sessions.start(),
    close: () => sessions.close(),
  };
}
