import { NoFreeConnection } from './connection-queue.ts';
import { DatabaseError, DatabaseUnavailable, type ErrorKind, typedError } from './database-errors.ts';
import type { SqlDialect } from './dialect.ts';

export type DatabaseState = 'starting' | 'available' | 'unavailable' | 'stopping';

export interface StateChange {
  readonly from: DatabaseState;
  readonly to: DatabaseState;
  /** The reason of an outage. */
  readonly cause: Error | null;
}

/** Milliseconds that one operation may take, so that a request with three of them stays under 10 s. */
const OPERATION_LIMIT = 3_000;
/** Milliseconds between attempts to reach a database that is down. */
const PROBE_EVERY = 1_000;
/** Milliseconds before another attempt after a lost race, which grow with each attempt, and for all attempts. */
const CONFLICT_PAUSE = 20;
const CONFLICT_LIMIT = 2_000;

/** Milliseconds between reports that an available database fails operations. */
const REPORT_INTERVAL = 60_000;

const OUTAGES: ReadonlySet<ErrorKind> = new Set(['unavailable', 'conflict', 'refused', 'corrupt']);

/**
 * Knows whether the database can be used. During an outage operations fail at once instead of waiting, and a probe waits
 * for its end. An error also starts the probe: one broken connection is not yet an outage.
 */
export class Availability {
  #state: DatabaseState = 'starting';
  #cause: Error | null = null;
  #probing = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #explain: SqlDialect['explain'];
  readonly #probe: () => Promise<void>;
  readonly #onChange: (change: StateChange) => void;
  readonly #onRefusal: (cause: Error) => void;
  #lastReport = Number.NEGATIVE_INFINITY;

  /** @param onRefusal called from time to time with the reason why operations fail while the database is available */
  constructor(
    explain: SqlDialect['explain'],
    probe: () => Promise<void>,
    onChange: (change: StateChange) => void,
    onRefusal: (cause: Error) => void,
  ) {
    this.#explain = explain;
    this.#probe = probe;
    this.#onChange = onChange;
    this.#onRefusal = onRefusal;
  }

  get state(): DatabaseState {
    return this.#state;
  }

  enter(state: DatabaseState, cause: Error | null = null): void {
    const from = this.#state;
    if (from === state || from === 'stopping') return;
    this.#state = state;
    this.#cause = cause;
    if (state === 'stopping') clearTimeout(this.#timer);
    this.#onChange({ from, to: state, cause });
  }

  /**
   * Runs an operation of a request.
   *
   * @throws DatabaseUnavailable when the database is down, goes down, or does not answer in time.
   */
  async run<T>(operation: () => Promise<T>): Promise<T> {
    if (this.#state !== 'available') throw this.#unavailable(this.#cause);
    try {
      return await withinLimit(() => this.#retryingConflicts(operation));
    } catch (error) {
      const typed = this.typed(error);
      if (!(typed instanceof DatabaseError)) throw error;
      if (typed instanceof NoFreeConnection) this.#tell(typed);
      else void this.#look(typed);
      throw this.#unavailable(typed);
    }
  }

  /** The typed error when it means an outage, else the error itself. */
  typed(error: unknown): unknown {
    if (error instanceof DatabaseError) return error;
    const explanation = this.#explain(error);
    if (!explanation || !OUTAGES.has(explanation.kind)) return error;
    return typedError(explanation.kind, explanation.message, error);
  }

  async #retryingConflicts<T>(operation: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + CONFLICT_LIMIT;
    for (let pause = CONFLICT_PAUSE; ; pause *= 2) {
      try {
        return await operation();
      } catch (error) {
        const lost = this.#explain(error)?.kind === 'conflict';
        if (!lost || Date.now() + pause > deadline) throw error;
      }
      await sleep(pause);
    }
  }

  /** Probes until the state is certain; during an outage, again and again. */
  async #look(doubt?: DatabaseError): Promise<void> {
    if (this.#probing || this.#state === 'stopping') return;
    this.#probing = true;
    clearTimeout(this.#timer);
    try {
      await withinLimit(this.#probe);
      if (doubt) this.#tell(doubt);
      this.enter('available');
    } catch (error) {
      if (error instanceof NoFreeConnection && this.#state === 'available') return;
      this.enter('unavailable', this.typed(error) as Error);
      this.#timer = setTimeout(() => void this.#look(), PROBE_EVERY).unref();
    } finally {
      this.#probing = false;
    }
  }

  #tell(cause: DatabaseError): void {
    const now = performance.now();
    if (now - this.#lastReport < REPORT_INTERVAL) return;
    this.#lastReport = now;
    this.#onRefusal(cause);
  }

  #unavailable(cause: Error | null): DatabaseUnavailable {
    if (cause instanceof DatabaseUnavailable) return cause;
    return new DatabaseUnavailable(cause?.message ?? `The database is ${this.#state}.`, { cause });
  }
}

/** Rejects when `operation` takes too long. The operation keeps running; its result is ignored. */
export function withinLimit<T>(operation: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new DatabaseUnavailable(`The database did not answer within ${OPERATION_LIMIT / 1000} seconds.`),
      );
    }, OPERATION_LIMIT);
    operation()
      .then(resolve, reject)
      .then(() => clearTimeout(timer));
  });
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
