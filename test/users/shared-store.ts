import type { Addition, CountState, SharedCounts } from '../../src/model/shared-counts.ts';

/** The store of several instances, in memory. */
export class SharedStore implements SharedCounts {
  /** As while the store is away. */
  isAway = false;
  /** Answers one question in so many. */
  answersOneIn = 1;
  roundTrips = 0;
  readonly #counts = new Map<string, { value: number; end: number }>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  async add(_: string, additions: readonly Addition[]): Promise<readonly CountState[]> {
    await this.#ask();
    return additions.map((addition) => this.#addOne(addition));
  }

  async look(_: string, names: readonly string[]): Promise<readonly CountState[]> {
    await this.#ask();
    return names.map((name) => this.#stateOf(name));
  }

  async forget(_: string, name: string): Promise<void> {
    await this.#ask();
    this.#counts.delete(name);
  }

  async #ask(): Promise<void> {
    this.roundTrips += 1;
    await Promise.resolve();
    if (this.isAway || this.roundTrips % this.answersOneIn > 0) throw new Error('the store is away');
  }

  #addOne({ name, amount, window, block }: Addition): CountState {
    const before = this.#stateOf(name);
    const value = before.value + amount;
    const isReached = block && before.value < block.at && value >= block.at;
    const msLeft = isReached ? block.milliseconds : before.msLeft || window;
    this.#counts.set(name, { value, end: this.#clock() + msLeft });
    return { value, msLeft };
  }

  #stateOf(name: string): CountState {
    const { value, end } = this.#counts.get(name) ?? { value: 0, end: 0 };
    const msLeft = end - this.#clock();
    return msLeft > 0 ? { value, msLeft } : { value: 0, msLeft: 0 };
  }
}
