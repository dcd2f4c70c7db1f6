import { join } from 'node:path';
import { temporaryFolder } from '../support/databases.ts';
import { describeTaxYears } from '../support/tax-year-suite.ts';

describeTaxYears('sqlite', async () => {
  const folder = temporaryFolder();
  return {
    settings: { kind: 'sqlite', file: join(folder.path, 'tax.db'), startup_timeout: 10 },
    close: async () => folder.remove(),
  };
});
