import type { AddSimulations, UnnumberedRow } from '../dialect.ts';

/** What all callers of one turn of the event loop add to one session. */
export class Addition {
  readonly key: string;
  readonly rows: UnnumberedRow[] = [];
  readonly #callers: Caller[] = [];

  constructor(key: string) {
    this.key = key;
  }

  join(rows: readonly UnnumberedRow[]): Promise<number | null> {
    this.rows.push(...rows);
    const end = this.rows.length;
    return new Promise((resolve, reject) => {
      this.#callers.push({ end, resolve, reject });
    });
  }

  /** Tells the callers that their rows are kept; `lastId` is the id of the last row, null when the session is gone. */
  settle(lastId: number | null): void {
    for (const { end, resolve } of this.#callers) {
      resolve(lastId === null ? null : lastId - this.rows.length + end);
    }
  }

  fail(error: unknown): void {
    for (const { reject } of this.#callers) reject(error);
  }
}

interface Caller {
  /** The number of rows up to this caller's last one. */
  readonly end: number;
  readonly resolve: (lastId: number | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Collects what parallel requests add and hands it to `keep` together, once in a turn of the event loop: a commit or a
 * round trip costs more than the rows in it.
 *
 * @param keep settles each addition (the sessions are different ones), or rejects for all of them
 */
export function collectAdditions(keep: (additions: readonly Addition[]) => Promise<void>): AddSimulations {
  const waiting = new Map<string, Addition>();

  function keepAll(): void {
    const additions = [...waiting.values()];
    waiting.clear();
    keep(additions).catch((error) => {
      for (const addition of additions) addition.fail(error);
    });
  }

  return (key, rows) => {
    if (waiting.size === 0) setImmediate(keepAll);
    const addition = waiting.get(key) ?? new Addition(key);
    waiting.set(key, addition);
    return addition.join(rows);
  };
}
