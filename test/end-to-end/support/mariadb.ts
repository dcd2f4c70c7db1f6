import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import {
  type DatabaseServer,
  type DatabaseServerOptions,
  ServerProcess,
  TEST_USER,
  untilReady,
} from './database-server.ts';
import { freePort } from './free-port.ts';

/** Starts MariaDB on an empty folder. */
export async function startMariadb({ tls, serverId }: DatabaseServerOptions = {}): Promise<DatabaseServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-mariadb-'));
  const data = join(folder, 'data');
  const { username } = userInfo();
  const port = await freePort();
  execFileSync('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    `--user=${username}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const args = [
    '--no-defaults',
    `--datadir=${data}`,
    `--user=${username}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${join(folder, 'socket')}`,
    `--pid-file=${join(folder, 'pid')}`,
    // Safe against the end of the process, which is what the tests provoke.
    '--innodb-flush-log-at-trx-commit=2',
    ...(serverId ? [`--server-id=${serverId}`, '--log-bin=binlog', '--log-slave-updates'] : []),
    ...(tls ? [`--ssl-ca=${tls.ca}`, `--ssl-cert=${tls.cert}`, `--ssl-key=${tls.key}`] : []),
  ];
  let server: ServerProcess;
  let databases = 0;

  async function run(database: string, ...statements: readonly string[]) {
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'root', database });
    try {
      let rows: unknown = [];
      for (const statement of statements) [rows] = await connection.query(statement);
      return rows as Record<string, unknown>[];
    } finally {
      await connection.end();
    }
  }

  async function restart(): Promise<void> {
    server = new ServerProcess('mariadbd', args);
    await untilReady(server, () => run('mysql', 'select 1'));
  }

  await restart();
  const { user, password } = TEST_USER;
  await run('mysql', `create user ${user} identified by ${quoted(password)} ${tls ? 'require ssl' : ''}`);

  return {
    port,
    run,
    restart,
    async createDatabase() {
      const name = `tax-${++databases}`;
      await run('mysql', `create database \`${name}\``, `grant all on \`${name}\`.* to ${user}`);
      return {
        kind: 'mysql',
        host: '127.0.0.1',
        port,
        name,
        user,
        password,
        tls: false,
        pool_size: 10,
        startup_timeout: 20,
      };
    },
    async lock(database, query) {
      const connection = await createConnection({ host: '127.0.0.1', port, user: 'root', database });
      await connection.beginTransaction();
      await connection.query(`${query} for update`);
      return () => connection.end();
    },
    kill: () => server.end('SIGKILL'),
    async stop() {
      await server.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
