import { createClient, createCluster, createSentinel, ErrorReply } from '@redis/client';
import type { RedisSettings } from '../database-settings.ts';
import { hostsOf } from '../hosts.ts';
import { CONNECT_TIMEOUT, STATEMENT_TIMEOUT } from '../timeouts.ts';
import { tlsOptions } from '../tls.ts';

/** Milliseconds between two attempts to connect, and between two looks at who is the primary. */
const RECONNECT_EVERY = 500;

/** A way to Redis on which commands follow each other without waiting; it comes back by itself. */
export interface RedisClient {
  /**
   * @param key a name that the command is about: it decides which node of a cluster is asked
   * @throws at once when Redis is away, and after a time limit when it does not answer
   */
  command(key: string, ...parts: readonly string[]): Promise<unknown>;
  /** Why there is no connection; null while there is one. */
  readonly failure: Error | null;
  close(): void;
}

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
interface Link {
  send(key: string, parts: readonly string[]): Promise<unknown>;
  destroy(): void;
}

interface LinkEvents {
  readonly failed: (error: Error) => void;
  readonly ready: () => void;
}

type OpenLink = (settings: RedisSettings, events: LinkEvents) => Link;

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

const openServer: OpenLink = (settings, { failed, ready }) => {
  const [{ host, port }] = hostsOf(settings);
  const options = nodeOptions(settings);
  const client = createClient({
    ...options,
    socket: { ...options.socket, host, port },
  });
  client.on('error', failed);
  client.on('ready', ready);
  client.connect().catch(() => undefined);
  return { send: (_, parts) => client.sendCommand(parts), destroy: () => client.destroy() };
};

const openSentinel: OpenLink = (settings, { failed, ready }) => {
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
  sentinel.connect().then(ready, failed);
  return {
    send: (_, parts) => ofSomeNode(sentinel.sendCommand(false, [...parts])),
    destroy: () => void sentinel.destroy().catch(() => undefined),
  };
};

const openCluster: OpenLink = (settings, { failed, ready }) => {
  const { RESP, database: _, ...defaults } = nodeOptions(settings);
  const cluster = createCluster({
    rootNodes: hostsOf(settings).map(({ host, port }) => ({ socket: { host, port } })),
    defaults,
    topologyRefreshOnReconnectionAttemptStrategy: RECONNECT_EVERY,
    RESP,
  });
  cluster.on('error', failed);
  cluster.connect().then(ready, failed);
  return {
    send: (key, parts) => ofSomeNode(cluster.sendCommand(key, false, [...parts])),
    destroy: () => cluster.destroy(),
  };
};

const links = {
  server: openServer,
  sentinel: openSentinel,
  cluster: openCluster,
} as const satisfies Record<RedisSettings['kind'], OpenLink>;

/** Begins to connect; the first commands may be too early. */
export function openClient(settings: RedisSettings): RedisClient {
  let failure: Error | null = null;
  let link = open();

  function open(): Link {
    return links[settings.kind](settings, {
      failed: (error) => {
        failure = error;
      },
      ready: () => {
        failure = null;
      },
    });
  }

  /** A connection that swallows what it is sent is not worth waiting for. */
  function startAnew(): void {
    link.destroy();
    link = open();
  }

  return {
    get failure() {
      return failure;
    },
    async command(key, ...parts) {
      const asked = link;
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          if (asked === link) startAnew();
          reject(Object.assign(new Error('Redis does not answer'), { code: 'ETIMEDOUT' }));
        }, STATEMENT_TIMEOUT);
      });
      try {
        const reply = await Promise.race([asked.send(key, parts), limit]);
        failure = null;
        return reply;
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => link.destroy(),
  };
}
