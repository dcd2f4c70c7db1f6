import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Milliseconds that a statement blocks this process on another one's lock; the store tries again without blocking. */
const LOCK_WAIT = 50;
/** Many more than the program has queries. */
const KEPT_STATEMENTS = 200;

/**
 * Opens (or creates, for its owner only) the file and serves it in the form that kysely expects.
 * WAL keeps every answered change through the end of the process, however it comes.
 */
export function openFile(file: string): SqliteDatabase {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: LOCK_WAIT, enableForeignKeyConstraints: true });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  } catch (error) {
    database.close();
    throw error;
  }
  return facade(database);
}

function facade(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
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
