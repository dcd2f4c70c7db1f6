import type { AddSimulations, UnnumberedRow } from '../dialect.ts';

/** The rows added to one session by all callers of one turn of the event loop. */
export class Addition {
  readonly key: string;
  readonly rows: UnnumberedRow[] = [];
  readonly #callers: Caller[] = [];
  readonly #keepAlone: (addition: Addition) => void;

  /** @param keepAlone stores the rows of one of several callers */
  constructor(key: string, keepAlone: (addition: Addition) => void) {
    this.key = key;
    this.#keepAlone = keepAlone;
  }

  join(rows: readonly UnnumberedRow[]): Promise<number | null> {
    return new Promise((resolve, reject) => this.#add({ rows, resolve, reject }));
  }

  #add(caller: Caller): void {
    this.rows.push(...caller.rows);
    this.#callers.push(caller);
  }

  /** Tells the callers that their rows are stored; `lastId` is the id of the last row, null when nothing is stored. */
  settle(lastId: number | null): void {
    if (lastId === null) this.#settleWithout();
    else this.#settleUpTo(lastId);
  }

  #settleUpTo(lastId: number): void {
    let last = lastId - this.rows.length;
    for (const { rows, resolve } of this.#callers) {
      last += rows.length;
      resolve(last);
    }
  }

  /** Together they may exceed the session's limit: there may be room for some of them. */
  #settleWithout(): void {
    if (this.#callers.length === 1) this.#callers[0]?.resolve(null);
    else for (const caller of this.#callers) this.#keepAlone(this.#of(caller));
  }

  #of(caller: Caller): Addition {
    const addition = new Addition(this.key, this.#keepAlone);
    addition.#add(caller);
    return addition;
  }

  fail(error: unknown): void {
    for (const { reject } of this.#callers) reject(error);
  }
}

interface Caller {
  readonly rows: readonly UnnumberedRow[];
  readonly resolve: (lastId: number | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Collects what parallel requests add and hands it to `keep` together, once in a turn of the event loop: a commit or a
 * round trip costs more than the rows in it.
 *
 * @param keep settles each addition (the sessions are different ones), or rejects for all of them
 */
export function batchInserts(keep: (additions: readonly Addition[]) => Promise<void>): AddSimulations {
  const waiting = new Map<string, Addition>();

  function keepAll(): void {
    const additions = [...waiting.values()];
    waiting.clear();
    keepOrFail(additions);
  }

  function keepOrFail(additions: readonly Addition[]): void {
    keep(additions).catch((error) => {
      for (const addition of additions) addition.fail(error);
    });
  }

  const keepAlone = (addition: Addition) => keepOrFail([addition]);

  return (key, rows) => {
    if (waiting.size === 0) setImmediate(keepAll);
    const addition = waiting.get(key) ?? new Addition(key, keepAlone);
    waiting.set(key, addition);
    return addition.join(rows);
  };
}
