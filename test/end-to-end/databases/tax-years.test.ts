import { describeTaxYears } from '../../database/support/tax-year-suite.ts';
import { databaseServers } from '../support/database-servers.ts';

for (const { name, start } of databaseServers) {
  describeTaxYears(name, async () => {
    const server = await start();
    return { settings: await server.createDatabase(), close: () => server.stop() };
  });
}
