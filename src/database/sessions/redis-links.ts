import { createClient, createCluster, createSentinel, ErrorReply } from '@redis/client';
import type { RedisSettings } from '../database-settings.ts';
import { hostsOf } from '../hosts.ts';
import { CONNECT_TIMEOUT } from '../timeouts.ts';
import { tlsOptions } from '../tls.ts';

/** No node of several could be asked, whatever the library says of it. */
export class NoRedisNode extends Error {
  override readonly name = 'NoRedisNode';
}

/** What a node answers comes through; all else tells that none did. */
async function ofSomeNode<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof ErrorReply) throw error;
    throw new NoRedisNode((error as Error).message, { cause: error });
  }
}

/** The library's client of one kind of Redis. */
export interface Link {
  /** Resolves when commands can be sent; rejects when that has been given up. */
  readonly ready: Promise<unknown>;
  send(key: string, parts: readonly string[]): Promise<unknown>;
  destroy(): void;
}

interface LinkEvents {
  readonly failed: (error: Error) => void;
  /** A lost connection is there again. */
  readonly back: () => void;
}

export type OpenLink = (settings: RedisSettings, events: LinkEvents) => Link;

/** Milliseconds between two attempts to connect, and between two looks at who is the primary. */
export const RECONNECT_EVERY = 500;

/** What every connection to a node of Redis is made with. */
function nodeOptions(settings: RedisSettings) {
  const { user, password, database } = settings;
  const tls = tlsOptions(settings, 'redis');
  const reconnecting = { connectTimeout: CONNECT_TIMEOUT, reconnectStrategy: RECONNECT_EVERY };
  return {
    socket: tls
      ? { ...reconnecting, ...tls, tls: true as const }
      : { ...reconnecting, keepAlive: true as const },
    ...(user !== undefined && { username: user }),
    ...(password !== undefined && { password }),
    database,
    name: 'tax-server',
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    RESP: 2,
  } as const;
}

const openServer: OpenLink = (settings, { failed, back }) => {
  const [{ host, port }] = hostsOf(settings);
  const options = nodeOptions(settings);
  const client = createClient({
    ...options,
    socket: { ...options.socket, host, port },
  });
  client.on('error', failed);
  client.on('ready', back);
  return {
    ready: client.connect(),
    send: (_, parts) => client.sendCommand(parts),
    destroy: () => client.destroy(),
  };
};

const openSentinel: OpenLink = (settings, { failed }) => {
  const { RESP, ...options } = nodeOptions(settings);
  const sentinel = createSentinel({
    name: settings.master_name,
    sentinelRootNodes: hostsOf(settings).map(({ host, port }) => ({ host, port })),
    nodeClientOptions: options,
    // Sentinels have no databases, and passwords of their own.
    sentinelClientOptions: { socket: options.socket },
    // Each connection has one command under way.
    masterPoolSize: 8,
    scanInterval: RECONNECT_EVERY,
    passthroughClientErrorEvents: true,
    RESP,
  });
  sentinel.on('error', failed);
  return {
    ready: sentinel.connect(),
    send: (_, parts) => ofSomeNode(sentinel.sendCommand(false, [...parts])),
    destroy: () => void sentinel.destroy().catch(() => undefined),
  };
};

const openCluster: OpenLink = (settings, { failed }) => {
  const { RESP, database: _, ...defaults } = nodeOptions(settings);
  const cluster = createCluster({
    // What they are asked ends, also when one is frozen.
    rootNodes: hostsOf(settings).map(({ host, port }) => ({
      socket: { host, port, socketTimeout: CONNECT_TIMEOUT },
    })),
    defaults,
    // The library would not begin before it reaches each primary that the nodes name, though one be dead.
    minimizeConnections: true,
    topologyRefreshOnReconnectionAttemptStrategy: RECONNECT_EVERY,
    RESP,
  });
  cluster.on('error', failed);
  return {
    ready: cluster.connect(),
    send: (key, parts) => ofSomeNode(cluster.sendCommand(key, false, [...parts])),
    destroy: () => cluster.destroy(),
  };
};

export const links = {
  server: openServer,
  sentinel: openSentinel,
  cluster: openCluster,
} as const satisfies Record<RedisSettings['kind'], OpenLink>;
