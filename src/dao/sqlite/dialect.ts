import { SqliteDialect, sql } from 'kysely';
import type { SqlDialect } from '../dialect.ts';
import type { SqliteSettings } from '../settings.ts';
import { addSimulations } from './add-simulations.ts';
import { explainError } from './errors.ts';
import { openFile } from './file.ts';
import { inspectFile } from './inspect.ts';
import { withMigrationLock } from './migration-lock.ts';

/** The embedded database: one file, opened with the first query. */
export function createDialect({ file }: SqliteSettings): SqlDialect {
  return {
    description: `SQLite file ${file}`,
    kysely: new SqliteDialect({ database: async () => openFile(file) }),
    types: { token: 'text', text: 'text', tableOptions: sql`` },
    inspect: (db) => inspectFile(db, file),
    withMigrationLock,
    addSimulations: (db) => addSimulations(db, file),
    explain: (error) => explainError(error, file),
  };
}
