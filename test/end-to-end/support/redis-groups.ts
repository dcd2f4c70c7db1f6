import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Certificate, makeCertificate } from './certificates.ts';
import { ServerProcess } from './database-server.ts';
import { freePort } from './free-port.ts';

/** Several Redis servers that stand for one another. */
export interface RedisGroup {
  /** The `redis` part of a configuration. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Resolves once the replicas of that primary have confirmed all that it has written until now. */
  replicated(): Promise<void>;
  /** Ends a primary as a power cut would; another takes over by itself. */
  killPrimary(): Promise<void>;
  /** Ends all of them and removes their data. */
  stop(): Promise<void>;
}

const PASSWORD = 'of-the-group';
const USER = 'tax-server';
/** What docs/databases.md asks the administrator to allow. */
const RIGHTS = '~tax-server:* +@read +@write +@connection +eval +evalsha +cluster|slots';
const USERS = [`user default on >${PASSWORD} ~* &* +@all`, `user ${USER} on >${PASSWORD} ${RIGHTS}`];
const REPLICATION = [`masterauth ${PASSWORD}`, 'repl-diskless-sync-delay 0'];
/** Milliseconds after which a node that does not answer is given up: longer than a busy machine holds one up. */
const DOWN_AFTER = 4_000;

/** The folder and the processes of a group. */
class Processes {
  readonly folder = mkdtempSync(join(tmpdir(), 'tax-server-redis-group-'));
  readonly #all: ServerProcess[] = [];

  /** Starts redis-server with these lines of configuration, in a folder of its own. */
  start(port: number, lines: readonly string[], ...args: readonly string[]): ServerProcess {
    const folder = join(this.folder, String(port));
    mkdirSync(folder);
    const file = join(folder, 'redis.conf');
    writeFileSync(file, `${['bind 127.0.0.1', `dir ${folder}`, ...lines].join('\n')}\n`);
    const process = new ServerProcess('redis-server', [file, ...args]);
    this.#all.push(process);
    return process;
  }

  async stop(): Promise<void> {
    for (const process of this.#all) await process.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function cli(port: number, tls: Certificate | null, ...command: readonly string[]): string {
  const security = tls ? ['--tls', '--cacert', tls.ca] : [];
  const args = ['-h', '127.0.0.1', '-p', String(port), ...security, ...command];
  return execFileSync('redis-cli', args, {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, REDISCLI_AUTH: PASSWORD },
  });
}

/** Tries until the answer of a command holds these words. */
async function until(words: string, ask: () => string): Promise<void> {
  for (let tries = 0; ; tries++) {
    let answer = '';
    try {
      answer = ask();
      if (answer.includes(words)) return;
    } catch (error) {
      answer = String(error);
    }
    if (tries > 300) throw new Error(`no "${words}" in: ${answer}`);
    await wait(100);
  }
}

const OFFSET = /^master_repl_offset:(\d+)/m;
const REPLICA_OFFSETS = /^slave\d+:.*offset=(\d+)/gm;

interface Node {
  readonly port: number;
  readonly process: ServerProcess;
}

/** The node that has replicas now: on a busy machine another may have taken over already. */
function primaryOf(nodes: readonly Node[], tls: Certificate | null): Node {
  const primary = nodes.find(({ port }) =>
    /^connected_slaves:[1-9]/m.test(cli(port, tls, 'INFO', 'replication')),
  );
  if (!primary) throw new Error('no node has a replica');
  return primary;
}

async function untilReplicated(port: number, tls: Certificate | null): Promise<void> {
  const ask = () => cli(port, tls, 'INFO', 'replication');
  const written = Number(OFFSET.exec(ask())?.[1]);
  await until('confirmed', () => {
    const offsets = [...ask().matchAll(REPLICA_OFFSETS)].map(([, offset]) => Number(offset));
    return offsets.length > 0 && Math.min(...offsets) >= written ? 'confirmed' : offsets.join();
  });
}

const freePorts = (count: number) => Promise.all(Array.from({ length: count }, freePort));

/** A primary and two replicas behind three sentinels, all of it encrypted. */
export async function startSentinels(): Promise<RedisGroup> {
  const processes = new Processes();
  const tls = makeCertificate(join(processes.folder, 'tls'), 'IP:127.0.0.1');
  const encrypted = (port: number) => [
    'port 0',
    `tls-port ${port}`,
    `tls-cert-file ${tls.cert}`,
    `tls-key-file ${tls.key}`,
    `tls-ca-cert-file ${tls.ca}`,
    'tls-auth-clients no',
    'tls-replication yes',
  ];
  const nodes = await freePorts(3);
  const [primary = 0] = nodes;
  const started = nodes.map((port) => ({
    port,
    process: processes.start(port, [
      ...encrypted(port),
      ...USERS,
      ...REPLICATION,
      ...(port === primary ? [] : [`replicaof 127.0.0.1 ${primary}`]),
    ]),
  }));
  for (const port of nodes.filter((each) => each !== primary))
    await until('master_link_status:up', () => cli(port, tls, 'INFO', 'replication'));
  const sentinels = await freePorts(3);
  for (const port of sentinels) {
    const watched = [
      `sentinel monitor taxes 127.0.0.1 ${primary} 2`,
      `sentinel auth-pass taxes ${PASSWORD}`,
      `sentinel down-after-milliseconds taxes ${DOWN_AFTER}`,
      'sentinel failover-timeout taxes 5000',
    ];
    processes.start(port, [...encrypted(port), ...watched], '--sentinel');
  }
  for (const port of sentinels) {
    await until('num-other-sentinels\n2', () => cli(port, tls, 'SENTINEL', 'MASTER', 'taxes'));
    await until('num-slaves\n2', () => cli(port, tls, 'SENTINEL', 'MASTER', 'taxes'));
  }
  return {
    settings: {
      kind: 'sentinel',
      host: sentinels.map((port) => `127.0.0.1:${port}`),
      master_name: 'taxes',
      user: USER,
      password: PASSWORD,
      tls: { ca: tls.ca },
    },
    replicated: () => untilReplicated(primaryOf(started, tls).port, tls),
    killPrimary: () => primaryOf(started, tls).process.end('SIGKILL'),
    stop: () => processes.stop(),
  };
}

/** Three primaries that share the names, the first with a replica. */
export async function startCluster(): Promise<RedisGroup> {
  const processes = new Processes();
  const free = await freePorts(8);
  const [ports, buses] = [free.slice(0, 4), free.slice(4)];
  const started = ports.map((port, index) => {
    const lines = [
      `port ${port}`,
      ...USERS,
      ...REPLICATION,
      'cluster-enabled yes',
      `cluster-port ${buses[index]}`,
      `cluster-node-timeout ${DOWN_AFTER}`,
    ];
    return { port, process: processes.start(port, lines) };
  });
  const [primary = 0, second = 0, third = 0, replica = 0] = ports;
  for (const port of ports) await until('PONG', () => cli(port, null, 'PING'));
  const addresses = [primary, second, third].map((port) => `127.0.0.1:${port}`);
  cli(primary, null, '--cluster', 'create', ...addresses, '--cluster-yes');
  for (const port of [primary, second, third])
    await until('cluster_state:ok', () => cli(port, null, 'CLUSTER', 'INFO'));
  const id = cli(primary, null, 'CLUSTER', 'MYID').trim();
  cli(
    primary,
    null,
    '--cluster',
    'add-node',
    `127.0.0.1:${replica}`,
    `127.0.0.1:${primary}`,
    '--cluster-slave',
    '--cluster-master-id',
    id,
  );
  await until('master_link_status:up', () => cli(replica, null, 'INFO', 'replication'));
  return {
    settings: { kind: 'cluster', host: addresses, user: USER, password: PASSWORD },
    replicated: () => untilReplicated(primaryOf(started, null).port, null),
    killPrimary: () => primaryOf(started, null).process.end('SIGKILL'),
    stop: () => processes.stop(),
  };
}
