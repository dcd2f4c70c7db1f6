import { afterAll, beforeAll, describe } from 'vitest';
import { servedSuites } from '../contract/served-suites.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { databaseServers } from '../support/database-servers.ts';
import { startServer } from '../support/tax-server.ts';

/** The contract, with its reference tables, does not depend on the database; with SQLite, see ../contract. */
describe.each(databaseServers)('the contract on $name', ({ start }) => {
  let databaseServer: DatabaseServer;

  beforeAll(async () => {
    databaseServer = await start();
  });
  afterAll(() => databaseServer?.stop());

  servedSuites({ alias: '/impots', prefix: '/do', tokens: true }, async (settings) =>
    startServer({ config: { ...settings, database: await databaseServer.createDatabase() } }),
  );
});
