import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  globSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { Certificate } from './certificates.ts';
import {
  type DatabaseServer,
  type DatabaseServerOptions,
  ServerProcess,
  TEST_USER,
  untilReady,
} from './database-server.ts';
import { freePort } from './free-port.ts';
import { asPostgres } from './unprivileged.ts';

const HBA_WITH_TLS = 'local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n';

/** Starts PostgreSQL on an empty folder. */
export async function startPostgres({ tls }: DatabaseServerOptions = {}): Promise<DatabaseServer> {
  const binaries = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-postgres-'));
  const as = asPostgres(folder);
  const data = join(folder, 'data');
  const port = await freePort();
  execFileSync(
    ...as(join(binaries, 'initdb'), [
      `--pgdata=${data}`,
      '--username=admin',
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ]),
    { cwd: folder },
  );
  // Encrypted connections only, beside the administrator's socket.
  if (tls) writeFileSync(join(data, 'pg_hba.conf'), HBA_WITH_TLS);
  const options = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    // Safe against the end of the process, which is what the tests provoke.
    'fsync=off',
    ...(tls ? useCertificate(tls, folder) : []),
  ];
  const args = ['-D', data, ...options.flatMap((option) => ['-c', option])];
  let server: ServerProcess;
  let databases = 0;

  async function run(database: string, ...statements: readonly string[]) {
    const client = new pg.Client({ host: folder, port, user: 'admin', database });
    await client.connect();
    try {
      let rows: Record<string, unknown>[] = [];
      for (const statement of statements) ({ rows } = await client.query(statement));
      return rows;
    } finally {
      await client.end();
    }
  }

  async function restart(): Promise<void> {
    do {
      server = new ServerProcess(...as(join(binaries, 'postgres'), args));
      await untilReady(server, () => run('postgres', 'select 1')).catch(unlessTooEarly);
      // The helper processes of a killed server take a moment to notice.
    } while (server.hasEnded);
  }

  function unlessTooEarly(error: unknown): void {
    if (!server.output.includes('shared memory block')) throw error;
  }

  await restart();
  const { user, password } = TEST_USER;
  await run('postgres', `create role ${user} login password ${pg.escapeLiteral(password)}`);

  return {
    port,
    run,
    restart,
    async createDatabase() {
      const name = `tax-${++databases}`;
      await run('postgres', `create database "${name}" owner ${user}`);
      return {
        kind: 'postgres',
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
      const client = new pg.Client({ host: folder, port, user: 'admin', database });
      await client.connect();
      await client.query('begin');
      await client.query(`${query} for update`);
      return () => client.end();
    },
    kill: () => server.end('SIGKILL'),
    async stop() {
      await server.end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Copies that belong to the server's user, as PostgreSQL asks of a key. */
function useCertificate({ cert, key }: Certificate, folder: string): string[] {
  const { uid, gid } = statSync(folder);
  const [ownCert, ownKey] = [join(folder, 'server.pem'), join(folder, 'server.key')];
  copyFileSync(cert, ownCert);
  copyFileSync(key, ownKey);
  chmodSync(ownKey, 0o600);
  for (const file of [ownCert, ownKey]) chownSync(file, uid, gid);
  return ['ssl=on', `ssl_cert_file=${ownCert}`, `ssl_key_file=${ownKey}`];
}

export function findBinaries(): string {
  const [found] = globSync('/usr/lib/postgresql/*/bin/postgres').sort().reverse();
  if (!found) throw new Error('PostgreSQL is not installed: run test/provisioning/provision.ts');
  return dirname(found);
}
