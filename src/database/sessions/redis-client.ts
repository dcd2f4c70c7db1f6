import { sleep } from '../availability.ts';
import type { RedisSettings } from '../database-settings.ts';
import { hostsOf } from '../hosts.ts';
import { CONNECT_TIMEOUT, STATEMENT_TIMEOUT } from '../timeouts.ts';
import { type Link, links, NoRedisNode, type OpenLink, RECONNECT_EVERY } from './redis-links.ts';

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

/** Milliseconds in which the library may find the new primary by itself. */
const PATIENCE = 2 * CONNECT_TIMEOUT;

/** The link that commands are sent on. */
interface Used {
  readonly link: Link;
  /** When it first had no node to ask. */
  unreachableSince: number | null;
}

/** Rejects with {@link NoAnswer} when it takes longer than so many milliseconds. */
async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer()), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Begins to connect; the first commands may be too early.
 *
 * The library comes back from most failures by itself, not from all of them: a group of nodes that names a dead or frozen
 * one while a primary is replaced leaves it waiting, or refusing, for ever. So a link that swallows a command, or still
 * reaches no node after a while, is replaced by a new one, which begins with the configured addresses.
 */
export function openClient(settings: RedisSettings, openLink: OpenLink = links[settings.kind]): RedisClient {
  /** Each configured address may be tried once. */
  const openLimit = CONNECT_TIMEOUT * (hostsOf(settings).length + 1);
  const opened = new Set<Link>();
  let failure: Error | null = null;
  let current: Used | null = null;
  let isOpening = false;
  let isClosed = false;

  const fails = (error: Error) => {
    failure = error;
  };
  const isBack = () => {
    failure = null;
  };

  function discard(link: Link): void {
    if (opened.delete(link)) link.destroy();
  }

  /** What the link before is still asked may be answered. */
  function replaceBy(link: Link): void {
    const before = current?.link;
    current = { link, unreachableSince: null };
    isBack();
    if (before) setTimeout(() => discard(before), STATEMENT_TIMEOUT).unref();
  }

  async function tryToOpen(): Promise<boolean> {
    const link = openLink(settings, { failed: fails, back: isBack });
    opened.add(link);
    try {
      await within(openLimit, link.ready);
      replaceBy(link);
      return true;
    } catch (error) {
      failure ??= error as Error;
      discard(link);
      return false;
    }
  }

  /** Opens links until one is ready; meanwhile the one before is used. */
  async function openAnew(): Promise<void> {
    if (isOpening) return;
    isOpening = true;
    while (!isClosed && !(await tryToOpen())) await sleep(RECONNECT_EVERY);
    isOpening = false;
  }

  function isWornOut(used: Used, error: unknown): boolean {
    if (error instanceof NoAnswer) return true;
    if (!(error instanceof NoRedisNode)) return false;
    used.unreachableSince ??= performance.now();
    return performance.now() - used.unreachableSince > PATIENCE;
  }

  void openAnew();

  return {
    get failure() {
      return failure;
    },
    async command(key, ...parts) {
      if (!current) throw failure ?? new NoRedisNode('not connected yet');
      const used = current;
      try {
        const reply = await within(STATEMENT_TIMEOUT, used.link.send(key, parts));
        failure = null;
        return reply;
      } catch (error) {
        if (used === current && isWornOut(used, error)) void openAnew();
        throw error;
      }
    },
    close() {
      isClosed = true;
      for (const link of opened) discard(link);
    },
  };
}

/** A command was sent, and nothing came back. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('Redis does not answer');
  }
}
