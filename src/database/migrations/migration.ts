import type { Kysely } from 'kysely';
import type { Clock, Log } from '../database-settings.ts';
import type { SqlDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

export interface MigrationContext {
  readonly db: Kysely<Schema>;
  readonly dialect: SqlDialect;
  readonly log: Log;
  readonly clock: Clock;
  /** Called after a table of the earlier application has been imported. */
  readonly onLegacyImport?: (table: string) => void;
}

/**
 * A step from one version of the tables to the next. Where DDL commits by itself (MySQL) it can be interrupted: every
 * step may be run again on its own partial result.
 */
export interface Migration {
  readonly name: string;
  /**
   * For a step that removes what earlier programs use: the first version whose program does not need it. A step that only
   * adds leaves it out; programs of the version before keep working (decision 9).
   */
  readonly servesFrom?: number;
  up(context: MigrationContext): Promise<void>;
}
