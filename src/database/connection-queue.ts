import { DatabaseUnavailable } from './database-errors.ts';
import { CONNECT_TIMEOUT } from './timeouts.ts';

/** Every connection that the server lets us have was busy for too long. The database as such is well. */
export class NoFreeConnection extends DatabaseUnavailable {
  override name = 'NoFreeConnection';
}

/** Milliseconds after which the first who waits tries to connect again, though none of our connections came back. */
const RETRY_EVERY = 100;

/**
 * Those who wait for a connection because the server grants fewer than `pool_size`. A connection that comes back wakes the
 * first; so does the time, since other programs may give connections back too.
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

  /** Resolves when it is the caller's turn to try, or after so many milliseconds. */
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
  /** How many connections we have: while there is one, it will come back. */
  readonly held: () => number;
  readonly poolSize: number;
  /** Milliseconds. */
  readonly patience?: number;
}

/**
 * A connection, for which the caller waits in turn while the server grants no more.
 *
 * @throws NoFreeConnection when none of those that we have came back in time; the server's error when we have none
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
