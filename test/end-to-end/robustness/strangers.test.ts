import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeStrangers } from './strangers-suite.ts';

describeStrangers('SQLite', async () => ({
  config: { database: { kind: 'sqlite', file: 'tax.db' } },
  count: async ({ folder }) => {
    const database = new DatabaseSync(join(folder, 'tax.db'), { readOnly: true });
    const row = database.prepare('select count(*) as n from sessions').get();
    database.close();
    return Number(row?.n);
  },
}));
