import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostSettings } from '../../../src/database/hosts.ts';
import { asList, ContractClient, readEnvelope } from '../support/contract-client.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { startMariadb } from '../support/mariadb.ts';
import { startPostgres } from '../support/postgres.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const page = readFileSync('docs/databases.md', 'utf8');
const documentedName = 'dbimpots-2019';

/** The commands of the page; what they need to reach the server comes in these variables. */
const systems = [
  {
    name: 'MySQL and MariaDB',
    start: startMariadb,
    backup: 'mariadb-dump --single-transaction dbimpots-2019 > backup.sql',
    restore: 'mariadb dbimpots-2019 < backup.sql',
    // Options before those of the page: the programs take no user from the environment.
    reach: ({ host, port, user, password }: HostSettings) => ({
      env: { MYSQL_PWD: password },
      options: `--no-defaults --protocol=tcp --host=${host} --port=${port} --user=${user}`,
    }),
  },
  {
    name: 'PostgreSQL',
    start: startPostgres,
    backup: 'pg_dump --format=custom --file=backup.dump dbimpots-2019',
    restore: 'pg_restore --dbname=dbimpots-2019 backup.dump',
    reach: ({ host, port, user, password }: HostSettings) => ({
      env: { PGHOST: host, PGPORT: String(port), PGUSER: user, PGPASSWORD: password },
      options: '',
    }),
  },
] as const;

describe.each(systems)('the backup of $name', ({ start, backup, restore, reach }) => {
  let databaseServer: DatabaseServer;
  const servers: RunningServer[] = [];

  beforeAll(async () => {
    databaseServer = await start();
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await databaseServer?.stop();
  });

  async function serve(database: HostSettings): Promise<RunningServer> {
    const server = await startServer({ config: { database, users: [ADMIN] } });
    servers.push(server);
    return server;
  }

  /** In the folder of the first server, as the page writes it. */
  function shell(command: string, settings: HostSettings, cwd: string): void {
    expect(page.replaceAll('\n', ' ')).toContain(`\`${command}\``);
    const { env, options } = reach(settings);
    const [program, ...rest] = command.replace(documentedName, settings.name).split(' ');
    execFileSync('sh', ['-c', [program, options, ...rest].join(' ')], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
    });
  }

  it('is taken from a running server, and another goes on with its sessions and simulations', async () => {
    const original = await databaseServer.createDatabase();
    const { origin, folder } = await serve(original);
    const client = new ContractClient(`${origin}/do`, { tokens: false });
    await client.start('json');
    await client.login();
    const taxpayer = { marié: 'oui', enfants: '2', salaire: '55555' };
    const calculated = readEnvelope(await client.post('/calculer-impot', taxpayer)).réponse;
    shell(backup, original, folder);

    const restored = await databaseServer.createDatabase();
    shell(restore, restored, folder);
    const cookie = client.cookieHeader();
    const other = new ContractClient(`${(await serve(restored)).origin}/do`, { tokens: false });
    const listed = readEnvelope(await other.send('/lister-simulations', { headers: { cookie } }));
    expect(asList(listed.réponse)).toEqual([calculated]);
  });
});
