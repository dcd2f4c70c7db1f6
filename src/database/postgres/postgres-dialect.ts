import { PostgresDialect, sql } from 'kysely';
import type { ServerSettings } from '../database-settings.ts';
import type { SqlDialect } from '../dialect.ts';
import { keepingFirstError } from '../first-error.ts';
import { hostsText } from '../hosts.ts';
import { addCounts } from './postgres-add-counts.ts';
import { addSimulations } from './postgres-add-simulations.ts';
import { openPool } from './postgres-connections.ts';
import { requireUnicode } from './postgres-encoding.ts';
import { explainError } from './postgres-errors.ts';
import { withMigrationLock } from './postgres-migration-lock.ts';
import { tableChanges } from './postgres-table-changes.ts';

/** PostgreSQL, version 11 and later. */
export function createDialect(settings: ServerSettings): SqlDialect {
  const explain = (error: unknown) => explainError(error, settings);
  const pool = openPool(settings);
  return {
    description: `PostgreSQL ${hostsText(settings)}/${settings.name}`,
    kysely: keepingFirstError(new PostgresDialect({ pool })),
    pool: pool.use,
    types: {
      token: sql`varchar(64)`,
      text: sql`text`,
      tableOptions: sql``,
      withId: (table) => table.addColumn('id', 'serial', (column) => column.primaryKey()),
    },
    changes: tableChanges,
    withMigrationLock,
    requireUnicode: (db) => requireUnicode(db, settings),
    addSimulations: (db) => addSimulations(db, explain),
    addCounts,
    explain,
  };
}
