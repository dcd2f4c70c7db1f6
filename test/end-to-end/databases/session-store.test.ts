import { storeUnderTest } from '../../database/support/databases.ts';
import { describeSessionStore } from '../../database/support/session-store-suite.ts';
import { databaseServers } from '../support/database-servers.ts';

for (const { name, start } of databaseServers) {
  describeSessionStore(name, async (clock) => {
    const server = await start();
    const under = await storeUnderTest(await server.createDatabase(), clock);
    return {
      ...under,
      close: async () => {
        await under.close();
        await server.stop();
      },
    };
  });
}
