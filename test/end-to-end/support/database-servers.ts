import type { DatabaseServer } from './database-server.ts';
import { startMariadb } from './mariadb.ts';
import { startPostgres } from './postgres.ts';

/** The database servers that the suites run on. */
export const databaseServers: readonly { name: string; start: () => Promise<DatabaseServer> }[] = [
  { name: 'mysql', start: () => startMariadb() },
  { name: 'postgres', start: () => startPostgres() },
];
