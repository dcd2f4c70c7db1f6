/**
 * Detects dead processes: each working process regularly writes a new sign of life, and is silent when there is none for
 * a while. Only the reader's own clock counts, so the clocks of the machines may differ.
 */
export class Silence {
  readonly #heard = new Map<string, { readonly sign: string; readonly at: number }>();
  readonly #clock: () => number;
  readonly #afterMs: number;

  /** @param clock monotonic, in milliseconds */
  constructor(clock: () => number, afterMs: number) {
    this.#clock = clock;
    this.#afterMs = afterMs;
  }

  /** @param sign of life, different each time */
  isSilent(name: string, sign: string): boolean {
    const heard = this.#heard.get(name);
    if (heard?.sign === sign) return this.#clock() - heard.at >= this.#afterMs;
    this.#heard.set(name, { sign, at: this.#clock() });
    return false;
  }

  /** Keeps only these names. */
  keep(names: ReadonlySet<string>): void {
    for (const name of this.#heard.keys()) if (!names.has(name)) this.#heard.delete(name);
  }
}
