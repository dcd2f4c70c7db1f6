import { describeStrangers } from '../robustness/strangers-suite.ts';
import { databaseServers } from '../support/database-servers.ts';
import { startRedis } from '../support/redis.ts';

for (const { name, start } of databaseServers) {
  describeStrangers(name, async () => {
    const server = await start();
    const database = await server.createDatabase();
    return {
      config: { database },
      count: async () => {
        const [row] = await server.run(database.name, 'select count(*) as n from sessions');
        return Number(row?.n);
      },
      close: () => server.stop(),
    };
  });
}

describeStrangers('Redis', async () => {
  const redis = await startRedis();
  const { host, port, password, database } = redis.settings;
  return {
    config: { session: { store: 'redis' }, redis: { host, port, password, database } },
    count: async () => ((await redis.run('KEYS', '*session:*')) as string[]).length,
    close: () => redis.stop(),
  };
});
