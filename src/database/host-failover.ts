import { DatabaseUnavailable } from './database-errors.ts';
import type { ErrorExplanation } from './dialect.ts';
import type { HostSettings } from './hosts.ts';

/** A server that answers but accepts no writes, where another one may. */
export class ReadOnlyHost extends DatabaseUnavailable {
  override name = 'ReadOnlyHost';

  constructor({ host, port }: HostSettings) {
    super(`${host}:${port} accepts no writes.`);
  }
}

/** One of the servers with the same data, and the connections to it. */
export interface Host<Pool> {
  readonly settings: HostSettings;
  readonly pool: Pool;
}

type Explain = (error: unknown, settings: HostSettings) => ErrorExplanation | null;

/**
 * Finds the one of several servers that accepts writes, and stays with it until it fails or refuses to write. With a
 * single server, errors are passed on unchanged.
 */
export class HostFailover<Pool> {
  readonly #hosts: readonly Host<Pool>[];
  readonly #explain: Explain;
  #current = 0;

  constructor(hosts: readonly Host<Pool>[], explain: Explain) {
    this.#hosts = hosts;
    this.#explain = explain;
  }

  /**
   * A connection to the server that accepts writes. Each server is tried once, the current one first.
   *
   * @param open rejects with {@link ReadOnlyHost} where the server accepts no writes
   * @throws DatabaseUnavailable when none does, with the reason of each
   */
  async connect<C>(open: (host: Host<Pool>) => Promise<C>): Promise<C> {
    const reasons: string[] = [];
    for (;;) {
      const host = this.#hosts[this.#current] as Host<Pool>;
      try {
        return await open(host);
      } catch (error) {
        const reason = this.#reasonToLeave(error, host);
        if (reason === null) throw error;
        reasons.push(reason);
        this.#leave(host);
        if (reasons.length === this.#hosts.length)
          throw new DatabaseUnavailable(`No host of the database accepts writes: ${reasons.join(' ')}`, {
            cause: error,
          });
      }
    }
  }

  /** Call it with the error of a statement: the next connection is to another server if this one is the cause. */
  failed(host: Host<Pool>, error: unknown): void {
    if (this.#reasonToLeave(error, host) !== null) this.#leave(host);
  }

  #leave(host: Host<Pool>): void {
    const index = this.#hosts.indexOf(host);
    // Another caller may have changed the server meanwhile.
    if (index === this.#current) this.#current = (index + 1) % this.#hosts.length;
  }

  #reasonToLeave(error: unknown, { settings }: Host<Pool>): string | null {
    if (this.#hosts.length === 1) return null;
    if (error instanceof ReadOnlyHost) return error.message;
    const explanation = this.#explain(error, settings);
    return explanation?.kind === 'unavailable' ? explanation.message : null;
  }
}
