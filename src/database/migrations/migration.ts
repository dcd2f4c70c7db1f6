import type { Kysely } from 'kysely';
import type { Clock, Log } from '../database-settings.ts';
import type { SqlDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

export interface MigrationContext {
  readonly db: Kysely<Schema>;
  readonly dialect: SqlDialect;
  readonly log: Log;
  readonly clock: Clock;
  /** Called after a table of the earlier application has become ours. */
  readonly onLegacyImport?: (table: string) => void;
}

/**
 * A step from one version of the tables to the next. Where DDL commits by itself (MySQL) it can be interrupted:
 * every step may be run again on what it left behind.
 */
export interface Migration {
  readonly name: string;
  /**
   * Set by a step that takes away what earlier programs use: the first version whose program can do without. A step that
   * only adds leaves it out; programs of the version before go on serving beside it (decision 9).
   */
  readonly servesFrom?: number;
  up(context: MigrationContext): Promise<void>;
}
