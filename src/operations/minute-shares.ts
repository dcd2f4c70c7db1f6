const WINDOW_MS = 60_000;

/** The limits of a minute. */
export interface Shares {
  /** Of one client. */
  readonly ofOne: number;
  readonly ofAll: number;
}

/** Lets the first ones of each minute pass, of one client and of all. */
export class MinuteShares {
  readonly #shares: Shares;
  readonly #onEnd: () => void;
  readonly #used = new Map<string, number>();
  #left: number;
  #timer: NodeJS.Timeout | undefined;

  /** @param onEnd called at the end of each minute in which something happened */
  constructor(shares: Shares, onEnd: () => void) {
    this.#shares = shares;
    this.#onEnd = onEnd;
    this.#left = shares.ofAll;
  }

  letsThrough(client: string): boolean {
    this.#timer ??= setTimeout(() => this.end(), WINDOW_MS).unref();
    const before = this.#used.get(client) ?? 0;
    if (this.#left === 0 || before === this.#shares.ofOne) return false;
    this.#left -= 1;
    this.#used.set(client, before + 1);
    return true;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#used.clear();
    this.#left = this.#shares.ofAll;
    this.#onEnd();
  }
}
