import { createClient } from '@redis/client';
import type { RedisSettings } from '../database-settings.ts';
import { CONNECT_TIMEOUT, STATEMENT_TIMEOUT } from '../timeouts.ts';
import { tlsOptions } from '../tls.ts';

/** Milliseconds between two attempts to connect. */
const RECONNECT_EVERY = 500;

/** One connection to Redis, on which commands follow each other without waiting; it comes back by itself. */
export interface RedisClient {
  /** @throws at once when Redis is away, and after a time limit when it does not answer. */
  command(...parts: readonly string[]): Promise<unknown>;
  /** Why there is no connection; null while there is one. */
  readonly failure: Error | null;
  close(): void;
}

/** Begins to connect; the first commands may be too early. */
export function openClient(settings: RedisSettings): RedisClient {
  let failure: Error | null = null;
  let client = connect();

  function connect() {
    const { host, port, user, password, database } = settings;
    const tls = tlsOptions(settings, 'redis');
    const reconnecting = { connectTimeout: CONNECT_TIMEOUT, reconnectStrategy: RECONNECT_EVERY };
    const made = createClient({
      socket: tls
        ? { host, port, ...reconnecting, ...tls, tls: true }
        : { host, port, ...reconnecting, keepAlive: true },
      ...(user !== undefined && { username: user }),
      ...(password !== undefined && { password }),
      database,
      name: 'tax-server',
      disableOfflineQueue: true,
      disableClientInfo: true,
      maintNotifications: 'disabled',
      RESP: 2,
    });
    made.on('error', (error: Error) => {
      failure = error;
    });
    made.on('ready', () => {
      failure = null;
    });
    made.connect().catch(() => undefined);
    return made;
  }

  /** A connection that swallows what it is sent is not worth waiting for. */
  function startAnew(): void {
    client.destroy();
    client = connect();
  }

  return {
    get failure() {
      return failure;
    },
    async command(...parts) {
      const asked = client;
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          if (asked === client) startAnew();
          reject(Object.assign(new Error('Redis does not answer'), { code: 'ETIMEDOUT' }));
        }, STATEMENT_TIMEOUT);
      });
      try {
        return await Promise.race([asked.sendCommand(parts), limit]);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => client.destroy(),
  };
}
