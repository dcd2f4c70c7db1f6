import type { SessionStore } from '../model/sessions.ts';
import type { SharedCounts } from '../model/shared-counts.ts';
import type { TaxYearDocument } from '../tax/years/tax-year-document.ts';
import { Availability, type DatabaseState, type StateChange } from './availability.ts';
import { type Connection, connect, disconnect } from './connection.ts';
import { purgeCounts, sqlCounts } from './counts/sql-counts.ts';
import { DatabaseUnavailable } from './database-errors.ts';
import type { Clock, DatabaseSettings, Log, SessionLifetime } from './database-settings.ts';
import type { PoolUse } from './dialect.ts';
import { loadDialect } from './dialects.ts';
import { logChange } from './log-change.ts';
import { logTexts } from './log-texts.ts';
import { every } from './schedule.ts';
import { availableSessionStore } from './sessions/available-session-store.ts';
import { purgeRegularly } from './sessions/purge.ts';
import {
  readTaxYears,
  removeTaxYear,
  saveTaxYear,
  type TaxYearRepository,
} from './tax-years/tax-year-repository.ts';
import { POLL_EVERY } from './timeouts.ts';

export interface DatabaseOptions {
  readonly log: Log;
  readonly clock: Clock;
  /** Called after each change of state. */
  readonly onStateChange: (change: StateChange) => void;
  /** Called after the tax years have changed in the database, with all of them. */
  readonly onTaxYearsChange?: (years: readonly TaxYearDocument[]) => void;
  /** Called after a table of the earlier application has been imported. */
  readonly onLegacyImport?: (table: string) => void;
}

/** The database for the server's whole life. It can be used at once: calls are rejected until it is available. */
export interface Database {
  readonly state: DatabaseState;
  /**
   * Resolves when the database is available; it stays usable through later outages.
   *
   * @throws DatabaseUnavailable, DatabaseRefused, CorruptDatabase or NewerSchema (exit code 2)
   */
  start(): Promise<void>;
  readonly sessions: SessionStore;
  /** Null where one process alone uses the database. */
  readonly counts: SharedCounts | null;
  /**
   * The tax years in memory, oldest first; they stay there through outages.
   *
   * @throws DatabaseUnavailable before the first time that the database is available
   */
  taxYears(): readonly TaxYearDocument[];
  readonly taxYearRepository: TaxYearRepository;
  /** Random, created once and stored in the database; null until the database has been reached. */
  readonly installationId: string | null;
  /**
   * Authenticates the cookies of strangers; the same for every instance on this database.
   *
   * @throws DatabaseUnavailable before the first time that the database is available
   */
  strangerKey(): string;
  /** The current use of the connections; null for a database without a pool, and before the start. */
  poolUse(): PoolUse | null;
  close(): Promise<void>;
}

/** Prepares the database of these settings; it connects with `start`. */
export function openDatabase(
  settings: { readonly database: DatabaseSettings; readonly session: SessionLifetime },
  { log, clock, onStateChange, onTaxYearsChange = () => {}, onLegacyImport = () => {} }: DatabaseOptions,
): Database {
  let connection: Connection | null = null;
  const stops: (() => void)[] = [];

  const availability = new Availability(
    (error) => connection?.dialect.explain(error) ?? null,
    () => probe(connected(), clock),
    (change) => {
      logChange('database', change, log);
      onStateChange(change);
    },
    ({ message }) => log.warn(logTexts.failed('database', message)),
  );

  function connected(): Connection {
    if (!connection) throw new DatabaseUnavailable('The database is starting.');
    return connection;
  }

  const run = <T>(operation: (connection: Connection) => Promise<T>): Promise<T> =>
    availability.run(async () => {
      const live = connected();
      live.dialect.requireSame?.();
      return operation(live);
    });

  const sessions = availableSessionStore((operation) => run((live) => operation(live.sessions)));

  const counts = sqlCounts(
    (operation) =>
      run(({ db, dialect: { addCounts } }) => {
        if (!addCounts) throw new Error('this database is not shared');
        return operation(db, addCounts);
      }),
    clock,
  );

  return {
    sessions,
    counts: settings.database.kind === 'sqlite' ? null : counts,
    taxYears: () => connected().taxYears.years,
    taxYearRepository: {
      list: () => run(async ({ db }) => (await readTaxYears(db)).years),
      save: (year) =>
        run(async ({ db, taxYears }) => {
          await saveTaxYear(db, year);
          await taxYears.refresh();
        }),
      remove: (incomeYear) =>
        run(async ({ db, taxYears }) => {
          await removeTaxYear(db, incomeYear);
          await taxYears.refresh();
        }),
    },
    get state() {
      return availability.state;
    },
    get installationId() {
      return connection?.installationId ?? null;
    },
    strangerKey: () => connected().strangerKey,
    poolUse: () => connection?.dialect.pool?.() ?? null,
    async start() {
      const dialect = await loadDialect(settings.database);
      connection = await connect(dialect, {
        log,
        clock,
        lifetime: settings.session,
        timeout: settings.database.startup_timeout,
        isAbandoned: () => availability.state === 'stopping',
        onTaxYearsChange,
        onLegacyImport,
      });
      if (availability.state === 'stopping') return disconnect(connection.db);
      log.info(logTexts.using('database', dialect.description));
      stops.push(
        purgeRegularly(sessions, log, () => run(({ db }) => purgeCounts(db, clock()))),
        // Notices changes of the tax years, and outages.
        every(POLL_EVERY, () => run(({ taxYears }) => taxYears.refresh()), log),
      );
      availability.enter('available');
    },
    async close() {
      availability.enter('stopping');
      for (const stop of stops) stop();
      if (connection) await disconnect(connection.db);
    },
  };
}

/** A write, because a database may answer and yet refuse to write: a full disk, a lock, a read-only standby. */
async function probe({ db, dialect }: Connection, clock: Clock): Promise<void> {
  dialect.requireSame?.();
  await db.updateTable('installation').set({ probed_at: clock() }).execute();
}
