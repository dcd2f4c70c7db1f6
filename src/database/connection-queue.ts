import { DatabaseUnavailable } from './database-errors.ts';
import { CONNECT_TIMEOUT } from './timeouts.ts';

/** All connections that the server grants were busy for too long. The database itself works. */
export class NoFreeConnection extends DatabaseUnavailable {
  override name = 'NoFreeConnection';
}

/** Milliseconds after which the first waiting caller tries to connect again, although none of our connections was returned. */
const RETRY_EVERY = 100;

/**
 * Callers that wait for a connection because the server grants fewer than `pool_size`. A returned connection wakes the
 * first one; so does a timer, because other programs may return connections too.
 */
export class ConnectionQueue {
  readonly #waiting = new Set<() => void>();
  #retries: NodeJS.Timeout | undefined;

  get length(): number {
    return this.#waiting.size;
  }

  /** Call it after a connection has gone back to its pool. */
  wakeFirst(): void {
    const [first] = this.#waiting;
    first?.();
  }

  /** Resolves when it is the caller's turn to try, or after this many milliseconds. */
  wait(milliseconds: number): Promise<void> {
    this.#retries ??= setInterval(() => this.wakeFirst(), RETRY_EVERY).unref();
    return new Promise((resolve) => {
      const leave = () => {
        clearTimeout(timer);
        this.#waiting.delete(leave);
        if (this.#waiting.size === 0) this.#stopRetrying();
        resolve();
      };
      const timer = setTimeout(leave, milliseconds);
      this.#waiting.add(leave);
    });
  }

  #stopRetrying(): void {
    clearInterval(this.#retries);
    this.#retries = undefined;
  }
}

export interface PatientOptions<C> {
  readonly queue: ConnectionQueue;
  /** Takes a connection of the pool, or makes one. */
  readonly connect: () => Promise<C>;
  /** Whether `connect` failed because the server grants no more connections. */
  readonly isShortage: (error: unknown) => boolean;
  /** The number of our connections: while there is one, it will be returned. */
  readonly held: () => number;
  readonly poolSize: number;
  /** Milliseconds. */
  readonly patience?: number;
}

/**
 * A connection, for which the caller waits in turn while the server grants no more.
 *
 * @throws NoFreeConnection when none of ours is returned in time; the server's error when we have none
 */
export async function connectPatiently<C>(options: PatientOptions<C>): Promise<C> {
  const { queue, connect, isShortage, patience = CONNECT_TIMEOUT } = options;
  const deadline = Date.now() + patience;
  if (queue.length > 0) await queue.wait(patience);
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if (!isShortage(error)) throw error;
      if (Date.now() >= deadline) throw tooLate(error as Error, options);
    }
    await queue.wait(deadline - Date.now());
  }
}

function tooLate<C>(error: Error, { held, poolSize, patience = CONNECT_TIMEOUT }: PatientOptions<C>): Error {
  if (held() === 0) return error;
  return new NoFreeConnection(
    `No connection was free within ${patience / 1_000} seconds, and the database says: ${error.message}. Set database.pool_size (${poolSize}) to what it allows, or raise its limit.`,
    { cause: error },
  );
}
