/**
 * A map of bounded size whose entries have the same lifetime, or a shorter one: the oldest is dropped first. Setting an entry
 * again restarts its lifetime.
 */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly end: number }>();
  readonly #lifetime: number;
  readonly #atMost: number;
  readonly #clock: () => number;

  /** @param clock milliseconds, monotonic */
  constructor(options: {
    /** Milliseconds. */
    readonly lifetime: number;
    readonly atMost: number;
    readonly clock: () => number;
  }) {
    this.#lifetime = options.lifetime;
    this.#atMost = options.atMost;
    this.#clock = options.clock;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Value | undefined {
    return this.#live(key)?.value;
  }

  /** Milliseconds that an entry has left; 0 when there is none. */
  timeLeft(key: string): number {
    const entry = this.#live(key);
    return entry ? entry.end - this.#clock() : 0;
  }

  /** Adds an entry, which replaces the oldest one when the map is full. */
  set(key: string, value: Value, lifetime = this.#lifetime): void {
    this.#entries.delete(key);
    this.#dropOldest();
    this.#entries.set(key, { value, end: this.#clock() + lifetime });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  #live(key: string) {
    const entry = this.#entries.get(key);
    return entry && this.#clock() < entry.end ? entry : undefined;
  }

  /** Drops all expired entries, and the oldest one when the map is full. */
  #dropOldest(): void {
    const now = this.#clock();
    for (const [key, { end }] of this.#entries) {
      if (now < end && this.#entries.size < this.#atMost) return;
      this.#entries.delete(key);
    }
  }
}
