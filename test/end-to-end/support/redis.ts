import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@redis/client';
import type { RedisSettings } from '../../../src/database/database-settings.ts';
import type { Certificate } from './certificates.ts';
import { ServerProcess, untilReady } from './database-server.ts';
import { freePort } from './free-port.ts';

/** A throw-away Redis on a free loopback port, with a password. */
export interface RedisServer {
  readonly settings: RedisSettings & { readonly password: string };
  /** Runs a command as the administrator. */
  run(...command: readonly string[]): Promise<unknown>;
  /** As a power cut would: without goodbye. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with its data. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

interface RedisOptions {
  /** Then nobody connects without TLS. */
  readonly tls?: Certificate;
}

/** Starts Redis on an empty folder; every change is on the disk before it is answered. */
export async function startRedis({ tls: certificate }: RedisOptions = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-redis-'));
  const port = await freePort();
  const password = 'it\'s-a-"test"-é';
  const settings = {
    kind: 'server',
    host: '127.0.0.1',
    port,
    password,
    tls: false,
    database: 1,
    master_name: 'mymaster',
  } as const;
  const args = {
    bind: '127.0.0.1',
    ...(certificate ? tlsArguments(port, certificate) : { port: String(port) }),
    dir: folder,
    requirepass: password,
    appendonly: 'yes',
    appendfsync: 'always',
    save: '',
  };
  let server: ServerProcess;

  async function run(...command: readonly string[]): Promise<unknown> {
    const client = createClient({
      socket: {
        host: '127.0.0.1',
        port,
        reconnectStrategy: false,
        ...(certificate && { tls: true, rejectUnauthorized: false }),
      },
      password,
      database: 1,
      RESP: 2,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await client.sendCommand(command);
    } finally {
      client.destroy();
    }
  }

  async function restart(): Promise<void> {
    server = new ServerProcess(
      'redis-server',
      Object.entries(args).flatMap(([name, value]) => [`--${name}`, value]),
    );
    await untilReady(server, () => run('PING'));
  }

  await restart();
  return {
    settings,
    run,
    restart,
    kill: () => server.end('SIGKILL'),
    async stop() {
      await server.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function tlsArguments(port: number, { ca, cert, key }: Certificate): Record<string, string> {
  return {
    port: '0',
    'tls-port': String(port),
    'tls-cert-file': cert,
    'tls-key-file': key,
    'tls-ca-cert-file': ca,
    'tls-auth-clients': 'no',
  };
}
