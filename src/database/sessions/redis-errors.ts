import {
  ClientClosedError,
  ClientOfflineError,
  ConnectionTimeoutError,
  DisconnectsClientError,
  SocketClosedUnexpectedlyError,
} from '@redis/client';
import type { ErrorKind } from '../database-errors.ts';
import type { RedisSettings } from '../database-settings.ts';
import type { ErrorExplanation } from '../dialect.ts';
import { hostsText } from '../hosts.ts';
import { explainNetworkError } from '../network-errors.ts';
import { NoRedisNode } from './redis-links.ts';

/** Replies of Redis that tell of its state, by their first word. */
const byReply: Readonly<Record<string, ErrorKind>> = {
  BUSY: 'unavailable',
  CLUSTERDOWN: 'unavailable',
  LOADING: 'unavailable',
  MASTERDOWN: 'unavailable',
  MISCONF: 'unavailable',
  OOM: 'unavailable',
  READONLY: 'unavailable',
  TRYAGAIN: 'unavailable',
  NOAUTH: 'refused',
  NOPERM: 'refused',
  WRONGPASS: 'refused',
};

/** Errors at the start of a connection that have no word of their own: a password for none, no such database. */
const REFUSALS = /^ERR (AUTH|invalid password|DB index is out of range)/;

function kindOfReply(message: string): ErrorKind | undefined {
  const [word = ''] = message.split(' ', 1);
  return byReply[word] ?? (REFUSALS.test(message) ? 'refused' : undefined);
}

/** What the client itself says when the server does not answer. */
const awayErrors = [
  ClientClosedError,
  ClientOfflineError,
  ConnectionTimeoutError,
  DisconnectsClientError,
  NoRedisNode,
  SocketClosedUnexpectedlyError,
];

const REDIS_KINDS = {
  server: 'The Redis server',
  sentinel: 'The Redis of the sentinels',
  cluster: 'The Redis cluster',
} as const satisfies Record<RedisSettings['kind'], string>;

/** What an error of the Redis client means; null when it is not about the state of Redis. */
export function explainError(error: unknown, settings: RedisSettings): ErrorExplanation | null {
  if (!(error instanceof Error)) return null;
  const server = `${REDIS_KINDS[settings.kind]} ${hostsText(settings)}`;
  const kind = kindOfReply(error.message);
  if (kind === 'refused')
    return {
      kind,
      message: `${server} refuses us: ${error.message}. Check redis.user, redis.password and redis.database.`,
    };
  if (kind) return { kind, message: `${server} says: ${error.message}` };
  if (awayErrors.some((type) => error instanceof type))
    return { kind: 'unavailable', message: `${server} does not answer.` };
  return explainNetworkError(error, server, 'redis');
}
