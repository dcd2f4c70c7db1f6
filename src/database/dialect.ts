import type { CreateTableBuilder, Dialect, Kysely, RawBuilder } from 'kysely';
import type { MOST_SIMULATIONS } from '../model/sessions.ts';
import type { AddCounts } from './counts/add-statement.ts';
import type { ErrorKind } from './database-errors.ts';
import type { Schema, SimulationRow } from './schema.ts';

/**
 * The interface of one kind of database: each folder (sqlite, mysql, postgres) has the same files and exports one of
 * these from `dialect.ts`. Everything else in `database` is common to all.
 */
export interface SqlDialect {
  /** The database in words, for the log and for messages. Never with the password. */
  readonly description: string;
  readonly kysely: Dialect;
  /** The current use of its connections; absent where there is no pool. */
  readonly pool?: () => PoolUse;
  readonly types: ColumnTypes;
  readonly changes: TableChanges;
  /** Runs `work` on one connection while no other instance can; in a transaction where DDL allows it. */
  withMigrationLock(db: Kysely<Schema>, work: (db: Kysely<Schema>) => Promise<void>): Promise<void>;
  /**
   * Checks, before the tables are touched, that all texts can be stored; absent where they always can.
   *
   * @throws DatabaseRefused
   */
  readonly requireUnicode?: (db: Kysely<Schema>) => Promise<void>;
  /**
   * Checks that the database is still the one that was opened; absent where a server ensures it.
   *
   * @throws DatabaseUnavailable
   */
  readonly requireSame?: () => void;
  addSimulations(db: Kysely<Schema>): AddSimulations;
  /** Absent where one process alone uses the database, and counts in its memory. */
  readonly addCounts?: AddCounts;
  /** What a driver's error means, with words for people; null when it is not about the database's state. */
  explain(error: unknown): ErrorExplanation | null;
}

/** The connections of a pool. */
export interface PoolUse {
  readonly limit: number;
  readonly inUse: number;
  /** Null where the driver does not tell. */
  readonly idle: number | null;
  /** Operations that wait for a connection. */
  readonly waiting: number;
}

/** The column types and table options that differ. */
export interface ColumnTypes {
  /** Up to 64 ASCII characters, compared byte by byte. */
  readonly token: RawBuilder<unknown>;
  readonly text: RawBuilder<unknown>;
  readonly tableOptions: RawBuilder<unknown>;
  /** Adds the primary key `id`, which the database counts up, and the options of such a table. */
  readonly withId: <T extends string>(table: CreateTableBuilder<T>) => CreateTableBuilder<T, 'id'>;
}

/** Reads and changes existing tables. */
export interface TableChanges {
  /** The columns of a table; empty without such a table. */
  columnsOf(db: Kysely<Schema>, table: string): Promise<readonly ExistingColumn[]>;
  /** The clause of `alter table` that changes a column to a double and keeps its values, nullable on request. */
  toDouble(column: string, isNullable: boolean): RawBuilder<unknown>;
}

export interface ExistingColumn {
  readonly name: string;
  readonly isDouble: boolean;
  readonly isNullable: boolean;
}

/** A simulation before it has an id. */
export type UnnumberedRow = Omit<SimulationRow, 'session_key' | 'id'>;

/**
 * Reserves as many ids as there are rows and inserts them, in at most two round trips, together with what other callers
 * add at the same time. Answers the id of the last row, or null when the session is gone or would have more rows than
 * {@link MOST_SIMULATIONS}: then nothing is kept.
 */
export type AddSimulations = (sessionKey: string, rows: readonly UnnumberedRow[]) => Promise<number | null>;

export interface ErrorExplanation {
  readonly kind: ErrorKind;
  readonly message: string;
}
