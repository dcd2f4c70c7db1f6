/** How many clients may do something at one time. */
export interface PlaceBounds {
  readonly ofOne: number;
  readonly inAll: number;
}

/** A limited number of simultaneous places, for work that takes long. */
export class Places {
  readonly #bounds: PlaceBounds;
  readonly #takenBy = new Map<string, number>();
  #taken = 0;

  constructor(bounds: PlaceBounds) {
    this.#bounds = bounds;
  }

  /** False when no place is free, for all or for this client. */
  take(who: string): boolean {
    const before = this.#takenBy.get(who) ?? 0;
    if (this.#taken >= this.#bounds.inAll || before >= this.#bounds.ofOne) return false;
    this.#taken += 1;
    this.#takenBy.set(who, before + 1);
    return true;
  }

  leave(who: string): void {
    const left = (this.#takenBy.get(who) ?? 1) - 1;
    this.#taken -= 1;
    if (left === 0) this.#takenBy.delete(who);
    else this.#takenBy.set(who, left);
  }
}
