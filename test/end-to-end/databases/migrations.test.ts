import { describeMigrations } from '../../database/support/migration-suite.ts';
import { databaseServers } from '../support/database-servers.ts';

for (const { name, start } of databaseServers) {
  describeMigrations(name, async () => {
    const server = await start();
    return { newDatabase: () => server.createDatabase(), close: () => server.stop() };
  });
}
