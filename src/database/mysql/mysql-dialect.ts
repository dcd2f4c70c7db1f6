import { MysqlDialect, sql } from 'kysely';
import type { ServerSettings } from '../database-settings.ts';
import type { SqlDialect } from '../dialect.ts';
import { keepingFirstError } from '../first-error.ts';
import { hostsText } from '../hosts.ts';
import { addingCounts } from './mysql-add-counts.ts';
import { addSimulations } from './mysql-add-simulations.ts';
import { openPool } from './mysql-connections.ts';
import { requireUnicode } from './mysql-encoding.ts';
import { explainError } from './mysql-errors.ts';
import { withMigrationLock } from './mysql-migration-lock.ts';
import { tableChanges } from './mysql-table-changes.ts';

const TABLE_OPTIONS = sql`engine = InnoDB default character set utf8mb4 collate utf8mb4_bin`;

/** MySQL and MariaDB. */
export function createDialect(settings: ServerSettings): SqlDialect {
  const explain = (error: unknown) => explainError(error, settings);
  const pool = openPool(settings);
  return {
    description: `MySQL ${hostsText(settings)}/${settings.name}`,
    kysely: keepingFirstError(new MysqlDialect({ pool })),
    pool: pool.use,
    types: {
      token: sql`varchar(64) character set ascii collate ascii_bin`,
      text: sql`longtext`,
      tableOptions: TABLE_OPTIONS,
      withId: (table) =>
        table
          .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
          .modifyEnd(TABLE_OPTIONS),
    },
    changes: tableChanges,
    withMigrationLock,
    requireUnicode,
    addSimulations: (db) => addSimulations(db, explain),
    addCounts: addingCounts(),
    explain,
  };
}
