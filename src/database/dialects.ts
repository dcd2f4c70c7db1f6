import type { DatabaseSettings } from './database-settings.ts';
import type { SqlDialect } from './dialect.ts';

/** The dialect of the configured kind. Only its driver is loaded: the start stays fast and the memory small. */
export async function loadDialect(settings: DatabaseSettings): Promise<SqlDialect> {
  switch (settings.kind) {
    case 'sqlite':
      return (await import('./sqlite/sqlite-dialect.ts')).createDialect(settings);
    case 'mysql':
      return (await import('./mysql/mysql-dialect.ts')).createDialect(settings);
    case 'postgres':
      return (await import('./postgres/postgres-dialect.ts')).createDialect(settings);
  }
}
