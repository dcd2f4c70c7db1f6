import { Availability, type DatabaseState, type StateChange } from './availability.ts';
import { type Connection, connect } from './connection.ts';
import { loadDialect } from './dialects.ts';
import { guardedSessionStore } from './sessions/guarded-session-store.ts';
import { purgeRegularly } from './sessions/purge.ts';
import type { SessionStore } from './sessions/session-store.ts';
import type { Clock, DatabaseSettings, Log, SessionLifetime } from './settings.ts';

export interface DatabaseOptions {
  readonly log: Log;
  readonly clock: Clock;
  /** Called at each change of state, after it. */
  readonly onStateChange: (change: StateChange) => void;
}

/** The database for as long as the server runs. It can be used at once: until it is there, calls are rejected. */
export interface Database {
  readonly state: DatabaseState;
  /**
   * Resolves when the database is available; it stays usable through later outages.
   *
   * @throws DatabaseUnavailable, DatabaseRefused, CorruptDatabase or NewerSchema (exit code 2)
   */
  start(): Promise<void>;
  readonly sessions: SessionStore;
  /** Random, made once and kept in the database; null until the database has been reached. */
  readonly installationId: string | null;
  close(): Promise<void>;
}

/** Prepares the database of these settings; nothing is touched before `start`. */
export function openDatabase(
  settings: { readonly database: DatabaseSettings; readonly session: SessionLifetime },
  { log, clock, onStateChange }: DatabaseOptions,
): Database {
  let connection: Connection | null = null;
  const stops: (() => void)[] = [];

  const availability = new Availability(
    (error) => connection?.dialect.explain(error) ?? null,
    () => probe(connected(), clock),
    (change) => {
      logChange(change, log);
      onStateChange(change);
    },
  );

  function connected(): Connection {
    if (!connection) throw new Error('the database is used before its start');
    return connection;
  }

  const sessions = guardedSessionStore((operation) =>
    availability.run(() => operation(connected().sessions)),
  );

  return {
    sessions,
    get state() {
      return availability.state;
    },
    get installationId() {
      return connection?.installationId ?? null;
    },
    async start() {
      const dialect = await loadDialect(settings.database);
      connection = await connect(dialect, {
        log,
        clock,
        lifetime: settings.session,
        timeout: settings.database.startup_timeout,
        isAbandoned: () => availability.state === 'stopping',
      });
      log.info(`database: using ${dialect.description}`);
      stops.push(purgeRegularly(sessions, log));
      availability.enter('available');
    },
    async close() {
      availability.enter('stopping');
      for (const stop of stops) stop();
      await connection?.db.destroy();
    },
  };
}

/** A change, since a database may answer and yet refuse to write: a full disk, a lock, a read-only standby. */
async function probe({ db }: Connection, clock: Clock): Promise<void> {
  await db.updateTable('installation').set({ probed_at: clock() }).execute();
}

function logChange({ from, to, cause }: StateChange, log: Log): void {
  const text = `database: ${from} → ${to}`;
  if (to === 'unavailable') log.error(`${text}: ${cause?.message}`);
  else log.info(text);
}
