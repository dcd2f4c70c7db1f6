import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { HostSettings } from '../../../src/database/hosts.ts';
import { ServerProcess, untilReady } from './database-server.ts';
import { freePort } from './free-port.ts';
import { asPostgres } from './unprivileged.ts';

export type PoolMode = 'session' | 'transaction';

export interface Pgbouncer {
  /** The database, reached through the pooler. */
  readonly settings: HostSettings;
  stop(): Promise<void>;
}

/** Starts PgBouncer as Debian configures it, in front of a database; it lends so many connections to the server. */
export async function startPgbouncer(
  target: HostSettings,
  mode: PoolMode,
  connections: number,
): Promise<Pgbouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-pgbouncer-'));
  const as = asPostgres(folder);
  const port = await freePort();
  const inQuotes = (text: string) => `"${text.replaceAll('"', '""')}"`;
  writeFileSync(join(folder, 'users'), `${inQuotes(target.user)} ${inQuotes(target.password)}\n`);
  const config = join(folder, 'pgbouncer.ini');
  writeFileSync(
    config,
    `[databases]
* = host=${target.host} port=${target.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${join(folder, 'users')}
pool_mode = ${mode}
default_pool_size = ${connections}
`,
  );
  const settings = { ...target, host: '127.0.0.1', port };
  const process = new ServerProcess(...as('/usr/sbin/pgbouncer', [config]));

  async function stop(): Promise<void> {
    await process.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    await untilReady(process, () => askOnce(settings));
  } catch (error) {
    await stop();
    throw error;
  }
  return { settings, stop };
}

async function askOnce({ host, port, user, password, name }: HostSettings): Promise<void> {
  const client = new pg.Client({ host, port, user, password, database: name });
  await client.connect();
  await client.query('select 1');
  await client.end();
}
