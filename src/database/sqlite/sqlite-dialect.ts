import { SqliteDialect, sql } from 'kysely';
import type { SqliteSettings } from '../database-settings.ts';
import type { SqlDialect } from '../dialect.ts';
import { keepingFirstError } from '../first-error.ts';
import { addSimulations } from './sqlite-add-simulations.ts';
import { type OpenedFile, openFile } from './sqlite-connections.ts';
import { explainError } from './sqlite-errors.ts';
import { withMigrationLock } from './sqlite-migration-lock.ts';
import { tableChanges } from './sqlite-table-changes.ts';

/** The embedded database: one file, opened with the first query. */
export function createDialect({ file }: SqliteSettings): SqlDialect {
  let opened: OpenedFile | null = null;

  function openedFile(): OpenedFile {
    opened ??= openFile(file);
    return opened;
  }

  return {
    description: `SQLite ${file}`,
    kysely: keepingFirstError(new SqliteDialect({ database: async () => openedFile() })),
    types: {
      token: sql`text`,
      text: sql`text`,
      tableOptions: sql`without rowid`,
      withId: (table) => table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement()),
    },
    changes: tableChanges,
    withMigrationLock,
    addSimulations: (db) => addSimulations(db, openedFile),
    requireSame: () => opened?.requireSameFile(),
    explain: (error) => explainError(error, file),
  };
}
