import { randomInt } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { makeFolder } from '../../make-folder.ts';
import { DatabaseRefused } from '../database-errors.ts';
import { FileIdentity } from './sqlite-file-identity.ts';

/** Milliseconds that a statement blocks this process for another one's lock; the store tries again without blocking. */
const LOCK_WAIT = 50;
/** Marks a file as ours (sqlite.org/pragma.html#pragma_application_id): "TAXS". */
const APPLICATION_ID = 0x54_41_58_53;
/** `user_version` is a signed number of 32 bits. */
const MOST_VERSIONS = 2 ** 31;
/** Many more than the program's queries. */
const KEPT_STATEMENTS = 200;

export interface OpenedFile extends SqliteDatabase {
  /** @throws DatabaseUnavailable when something happened to the file since it was opened */
  requireSameFile(): void;
}

/**
 * Opens (or creates, for its owner only) the file for kysely. With WAL every answered change survives the end of the
 * process.
 *
 * @throws DatabaseRefused when the file is the database of another application
 */
export function openFile(file: string): OpenedFile {
  makeFolder(dirname(file));
  closeSync(openSync(file, 'a', 0o600));
  const identity = new FileIdentity(file);
  try {
    return facade(openDatabase(file), identity);
  } catch (error) {
    identity.close();
    throw error;
  }
}

function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: LOCK_WAIT, enableForeignKeyConstraints: true });
  try {
    claim(database, file);
    database.exec('pragma journal_mode = wal; pragma synchronous = normal');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** In this order, so that a file marked and filled by another instance meanwhile is not refused. */
function claim(database: DatabaseSync, file: string): void {
  const table = database.prepare('select name from sqlite_master limit 1').get();
  const mark = database.prepare('pragma application_id').get()?.application_id;
  if (mark === APPLICATION_ID) return;
  if (table) {
    throw new DatabaseRefused(
      `${file} is the SQLite database of another application. Set database.file to another file.`,
    );
  }
  markAsOurs(database);
}

/** The random number distinguishes our files; of instances that start together, one sets it. */
function markAsOurs(database: DatabaseSync): void {
  database.exec('begin immediate');
  const isMarked = database.prepare('pragma application_id').get()?.application_id === APPLICATION_ID;
  if (!isMarked)
    database.exec(
      `pragma application_id = ${APPLICATION_ID}; pragma user_version = ${randomInt(1, MOST_VERSIONS)}`,
    );
  database.exec('commit');
}

function facade(database: DatabaseSync, identity: FileIdentity): OpenedFile {
  const statements = new Map<string, SqliteStatement>();
  return {
    close() {
      database.close();
      identity.close();
    },
    requireSameFile: () => identity.require(),
    prepare(sql) {
      const kept = statements.get(sql);
      if (kept) return kept;
      if (statements.size >= KEPT_STATEMENTS) statements.clear();
      const statement = prepareStatement(database, sql);
      statements.set(sql, statement);
      return statement;
    },
  };
}

function prepareStatement(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
