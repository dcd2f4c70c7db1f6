import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { ServerSettings } from '../../../src/database/database-settings.ts';
import { ServerProcess, TEST_USER, untilReady } from './database-server.ts';
import { freePort } from './free-port.ts';
import { startMariadb } from './mariadb.ts';
import { findBinaries, startPostgres } from './postgres.ts';
import { asPostgres } from './unprivileged.ts';

const REPLICATOR = { user: 'replicator', password: 'replication' };

/** Two servers of one database: what the primary acknowledges, the standby has received. */
export interface ReplicatedDatabase {
  /** Of a database on both, with the standby named first. */
  readonly settings: ServerSettings;
  /** As a power cut would: without goodbye. */
  killPrimary(): Promise<void>;
  /** The primary lives on, and accepts no more writes. */
  demotePrimary(): Promise<void>;
  /** Makes the standby accept writes. */
  promote(): Promise<void>;
  /** Ends both and removes their data. */
  stop(): Promise<void>;
}

async function startPostgresPair(): Promise<ReplicatedDatabase> {
  const primary = await startPostgres();
  const { user, password } = REPLICATOR;
  await primary.run('postgres', `create role ${user} replication login password '${password}'`);
  const settings = await primary.createDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-standby-'));
  const as = asPostgres(folder);
  const data = join(folder, 'data');
  const port = await freePort();
  const binaries = findBinaries();
  const source = `host=127.0.0.1 port=${primary.port} user=${user} password=${password} application_name=standby`;
  const copy = [
    `--pgdata=${data}`,
    `--dbname=${source}`,
    '--write-recovery-conf',
    '--checkpoint=fast',
    '--no-sync',
  ];
  execFileSync(...as(join(binaries, 'pg_basebackup'), copy), { cwd: folder });
  const options = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ];
  const args = ['-D', data, ...options.flatMap((option) => ['-c', option])];
  const standby = new ServerProcess(...as(join(binaries, 'postgres'), args));

  async function onStandby(statement: string): Promise<void> {
    const client = new pg.Client({ host: folder, port, user: 'admin', database: 'postgres' });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }
  await untilReady(standby, () => onStandby('select 1'));
  await primary.run(
    'postgres',
    `alter system set synchronous_standby_names = 'standby'`,
    'select pg_reload_conf()',
  );

  return {
    settings: { ...settings, host: [`127.0.0.1:${port}`, `127.0.0.1:${primary.port}`] },
    killPrimary: primary.kill,
    async demotePrimary() {
      await primary.run(
        'postgres',
        'alter system set default_transaction_read_only = on',
        'select pg_reload_conf()',
      );
    },
    promote: () => onStandby('select pg_promote()'),
    async stop() {
      await standby.end('SIGINT');
      await primary.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Semi-synchronous: a commit is answered when the standby has its log. */
async function startMariadbPair(): Promise<ReplicatedDatabase> {
  const [primary, standby] = [await startMariadb({ serverId: 1 }), await startMariadb({ serverId: 2 })];
  const { user, password } = REPLICATOR;
  await standby.run(
    'mysql',
    // What the primary has from its start on comes by replication.
    `drop user ${TEST_USER.user}`,
    'reset master',
    `change master to master_host = '127.0.0.1', master_port = ${primary.port}, master_user = '${user}', master_password = '${password}', master_use_gtid = slave_pos`,
    'set global rpl_semi_sync_slave_enabled = on',
    'set global read_only = on',
  );
  await primary.run(
    'mysql',
    `create user ${user} identified by '${password}'`,
    `grant replication slave on *.* to ${user}`,
    'set global rpl_semi_sync_master_wait_point = AFTER_SYNC',
    'set global rpl_semi_sync_master_enabled = on',
  );
  await standby.run('mysql', 'start slave');
  const settings = await primary.createDatabase();

  async function untilAllIsApplied(): Promise<void> {
    for (;;) {
      const [status] = await standby.run('mysql', 'show slave status');
      if (String(status?.Slave_SQL_Running_State).includes('read all relay log')) return;
      await wait(20);
    }
  }

  return {
    settings: { ...settings, host: [`127.0.0.1:${standby.port}`, `127.0.0.1:${primary.port}`] },
    killPrimary: primary.kill,
    async demotePrimary() {
      await primary.run('mysql', 'set global read_only = on');
    },
    async promote() {
      await standby.run('mysql', 'stop slave io_thread');
      await untilAllIsApplied();
      await standby.run('mysql', 'stop slave', 'set global read_only = off');
    },
    async stop() {
      await standby.stop();
      await primary.stop();
    },
  };
}

export const replicatedDatabases: readonly {
  readonly name: string;
  readonly start: () => Promise<ReplicatedDatabase>;
}[] = [
  { name: 'mysql', start: startMariadbPair },
  { name: 'postgres', start: startPostgresPair },
];
