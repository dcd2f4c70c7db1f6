import { join } from 'node:path';
import { temporaryFolder } from '../support/databases.ts';
import { describeMigrations } from '../support/migration-suite.ts';

describeMigrations('sqlite', async () => {
  const folder = temporaryFolder();
  let databases = 0;
  return {
    newDatabase: async () => ({
      kind: 'sqlite',
      file: join(folder.path, `tax-${++databases}.db`),
      startup_timeout: 10,
    }),
    close: async () => folder.remove(),
  };
});
