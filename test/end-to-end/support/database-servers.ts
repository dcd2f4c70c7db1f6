import type { DatabaseServer, DatabaseServerOptions } from './database-server.ts';
import { startMariadb } from './mariadb.ts';
import { startPostgres } from './postgres.ts';

/** The database servers that the suites run on. */
export const databaseServers: readonly {
  readonly name: string;
  readonly start: (options?: DatabaseServerOptions) => Promise<DatabaseServer>;
}[] = [
  { name: 'mysql', start: startMariadb },
  { name: 'postgres', start: startPostgres },
];
