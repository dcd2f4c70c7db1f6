import { Kysely } from 'kysely';
import type { PurgeableSessionStore } from '../model/sessions.ts';
import type { TaxYearDocument } from '../tax/years/tax-year-document.ts';
import { sleep } from './availability.ts';
import { DatabaseError, DatabaseUnavailable, typedError } from './database-errors.ts';
import type { Clock, Log, SessionLifetime } from './database-settings.ts';
import type { SqlDialect } from './dialect.ts';
import { logTexts } from './log-texts.ts';
import { STRANGER_COOKIES } from './migrations/005-secrets.ts';
import { migrate } from './migrations/migrate.ts';
import type { Schema } from './schema.ts';
import { expiryRules } from './sessions/lifetime.ts';
import { sqlSessionStore } from './sessions/sql-session-store.ts';
import { type TaxYearSnapshot, takeSnapshot } from './tax-years/snapshot.ts';

/** A database that has been reached: its tables are up to date, and its pool reconnects by itself. */
export interface Connection {
  readonly db: Kysely<Schema>;
  readonly dialect: SqlDialect;
  readonly sessions: PurgeableSessionStore;
  readonly taxYears: TaxYearSnapshot;
  readonly installationId: string;
  /** Authenticates the cookies of strangers. */
  readonly strangerKey: string;
}

export interface ConnectOptions {
  readonly log: Log;
  readonly clock: Clock;
  readonly lifetime: SessionLifetime;
  /** Seconds. */
  readonly timeout: number;
  /** True once the connection is no longer needed. */
  readonly isAbandoned: () => boolean;
  readonly onTaxYearsChange: (years: readonly TaxYearDocument[]) => void;
  readonly onLegacyImport: (table: string) => void;
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 1_000;

/**
 * Connects to the database, trying again while it is down, and updates its tables.
 *
 * @throws DatabaseUnavailable after `timeout`; DatabaseRefused, CorruptDatabase or NewerSchema at once.
 */
export async function connect(dialect: SqlDialect, options: ConnectOptions): Promise<Connection> {
  const { log, timeout, isAbandoned } = options;
  const db = new Kysely<Schema>({ dialect: dialect.kysely });
  const deadline = Date.now() + timeout * 1_000;
  try {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const reached = await attempt(db, dialect, options);
      if (!(reached instanceof DatabaseUnavailable)) return reached;
      if (isAbandoned() || Date.now() + pause > deadline) throw tooLate(dialect, timeout, reached);
      if (pause === FIRST_PAUSE) log.warn(logTexts.waiting('database', dialect.description, reached.message));
      await sleep(pause);
    }
  } catch (error) {
    await disconnect(db);
    throw error;
  }
}

/** Closes the connections. Errors are ignored. */
export async function disconnect(db: Kysely<Schema>): Promise<void> {
  await db.destroy().catch(() => {});
}

/** The connection, or the outage that prevents it; any other error is thrown. */
async function attempt(
  db: Kysely<Schema>,
  dialect: SqlDialect,
  options: ConnectOptions,
): Promise<Connection | DatabaseUnavailable> {
  try {
    const { log, clock, onLegacyImport } = options;
    await dialect.requireUnicode?.(db);
    await migrate({ db, dialect, log, clock, onLegacyImport });
    return await describe(db, dialect, options);
  } catch (error) {
    const typed = startError(error, dialect);
    if (typed instanceof DatabaseUnavailable) return typed;
    throw typed;
  }
}

function startError(error: unknown, dialect: SqlDialect): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const explanation = dialect.explain(error);
  if (explanation) return typedError(explanation.kind, explanation.message, error);
  const { message } = error as Error;
  return new DatabaseError(`${dialect.description} cannot be used: ${message}`, { cause: error });
}

async function describe(
  db: Kysely<Schema>,
  dialect: SqlDialect,
  { lifetime, clock, log, onTaxYearsChange }: ConnectOptions,
): Promise<Connection> {
  const installation = await db.selectFrom('installation').selectAll().executeTakeFirstOrThrow();
  const secret = await db
    .selectFrom('secrets')
    .select('value')
    .where('purpose', '=', STRANGER_COOKIES)
    .executeTakeFirstOrThrow();
  return {
    db,
    dialect,
    sessions: sqlSessionStore(db, dialect, expiryRules(lifetime), clock),
    taxYears: await takeSnapshot(db, log, onTaxYearsChange),
    installationId: installation.installation_id,
    strangerKey: secret.value,
  };
}

function tooLate(dialect: SqlDialect, timeout: number, failure: DatabaseUnavailable): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `${dialect.description} could not be used within ${timeout} seconds (database.startup_timeout): ${failure.message}`,
    { cause: failure },
  );
}
