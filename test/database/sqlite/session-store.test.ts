import { join } from 'node:path';
import { storeUnderTest, temporaryFolder } from '../support/databases.ts';
import { describeSessionStore } from '../support/session-store-suite.ts';

describeSessionStore('sqlite', async (clock) => {
  const folder = temporaryFolder();
  const under = await storeUnderTest(
    { kind: 'sqlite', file: join(folder.path, 'data', 'tax.db'), startup_timeout: 10 },
    clock,
  );
  return {
    ...under,
    close: async () => {
      await under.close();
      folder.remove();
    },
  };
});
