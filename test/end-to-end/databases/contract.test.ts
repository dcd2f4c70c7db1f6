import { afterAll, beforeAll, describe } from 'vitest';
import { browserSuite } from '../contract/browser-suite.ts';
import { programSuite } from '../contract/program-suite.ts';
import type { ContractTarget } from '../contract/target.ts';
import { ContractClient } from '../support/contract-client.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { databaseServers } from '../support/database-servers.ts';
import { ADMIN, EARLIER_APPLICATION, type RunningServer, startServer } from '../support/tax-server.ts';

/** The contract, with its reference tables, does not depend on the database; with SQLite, see ../contract. */
describe.each(databaseServers)('the contract on $name', ({ start }) => {
  let databaseServer: DatabaseServer;

  beforeAll(async () => {
    databaseServer = await start();
  });
  afterAll(() => databaseServer?.stop());

  programSuite('json', target());
  programSuite('xml', target());
  browserSuite(target());

  function target(): ContractTarget {
    let server: RunningServer | undefined;
    return {
      mount: '/impots/do',
      prefix: '/do',
      tokens: true,
      async client() {
        server ??= await startServer({
          config: {
            server: { url_prefix: '/do', mount_alias: '/impots' },
            database: await databaseServer.createDatabase(),
            tax: EARLIER_APPLICATION,
            csrf_token: true,
            users: [ADMIN],
          },
        });
        return new ContractClient(`${server.origin}/impots/do`, { tokens: true });
      },
      stop: async () => server?.stop(),
    };
  }
});
