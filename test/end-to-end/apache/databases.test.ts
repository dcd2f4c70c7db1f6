import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '../support/contract-client.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { type Httpd, prepareHttpd } from '../support/httpd.ts';
import { startMariadb } from '../support/mariadb.ts';
import { startPostgres } from '../support/postgres.ts';
import type { RunningServer } from '../support/tax-server.ts';
import { clientOf, generate, startMounted } from './virtual-host.ts';

const BY_MYSQL = 'flask-impots-withmysql';
const BY_POSTGRES = 'flask-impots-withpgres';

describe('one instance on MariaDB and one on PostgreSQL, at the same time', () => {
  let httpd: Httpd;
  let databases: DatabaseServer[];
  let onMysql: RunningServer;
  let onPostgres: RunningServer;

  beforeAll(async () => {
    httpd = await prepareHttpd();
    databases = await Promise.all([startMariadb(), startPostgres()]);
  });
  afterAll(async () => {
    await stopServers();
    await Promise.all((databases ?? []).map((database) => database.stop()));
    await httpd?.stop();
  });

  async function stopServers(): Promise<void> {
    await Promise.all([onMysql, onPostgres].map((server) => server?.stop()));
  }

  async function startServers(mysqlAlias: string, postgresAlias: string): Promise<void> {
    await stopServers();
    const [mysql, postgres] = await Promise.all(databases.map((database) => database.createDatabase()));
    [onMysql, onPostgres] = await Promise.all([
      startMounted({ mount_alias: mysqlAlias }, { database: mysql }),
      startMounted({ mount_alias: postgresAlias }, { database: postgres }),
    ]);
  }

  async function calculate(client: ContractClient, enfants: string): Promise<unknown> {
    const reply = await client.post('/calculer-impot', { marié: 'oui', enfants, salaire: '50000' });
    return client.read(reply).réponse;
  }

  it('under two virtual hosts', async () => {
    await startServers('/impots', '/impots');
    await httpd.apply([
      generate(httpd, [onMysql], '--server-name', BY_MYSQL),
      generate(httpd, [onPostgres], '--server-name', BY_POSTGRES),
    ]);
    for (const name of [BY_MYSQL, BY_POSTGRES]) {
      const client = clientOf(httpd, 'https', name, '/impots/do');
      await client.start('json');
      expect((await client.login()).status).toBe(200);
      expect(await calculate(client, '2')).toMatchObject({ impôt: 1384, id: 1 });
    }
  });

  it('under two aliases of one name, in one browser: the sessions do not touch each other', async () => {
    await startServers('/mysql', '/pgres');
    await httpd.apply([generate(httpd, [onMysql, onPostgres], '--server-name', 'impots')]);
    // One jar for both, as a browser has for one name, and more careless: it sends every cookie everywhere.
    const jar = clientOf(httpd, 'https', 'impots', '');
    for (const alias of ['/mysql', '/pgres']) {
      await jar.send(`${alias}/do/init-session/json`);
      expect(
        (await jar.post(`${alias}/do/authentifier-utilisateur`, { user: 'admin', password: 'admin' })).status,
      ).toBe(200);
    }
    expect(jar.cookieNames()).toHaveLength(2);
    for (const [alias, enfants] of [
      ['/mysql', '2'],
      ['/pgres', '3'],
      ['/pgres', '0'],
    ] as const) {
      await jar.post(`${alias}/do/calculer-impot`, { marié: 'oui', enfants, salaire: '50000' });
    }
    const kept = async (alias: string) => {
      const { réponse } = jar.read(await jar.get(`${alias}/do/lister-simulations`));
      return (réponse as { enfants: number }[]).map(({ enfants }) => enfants);
    };
    expect([await kept('/mysql'), await kept('/pgres')]).toEqual([[2], [3, 0]]);
    expect((await jar.get('/mysql/do/fin-session')).status).toBe(200);
    expect(await kept('/pgres')).toEqual([3, 0]);
  });
});
