/** What is added to a count that all instances share. It ends by itself, and begins anew with the next addition. */
export interface Addition {
  /** At most 64 ASCII characters, which tell nobody whose count it is. */
  readonly name: string;
  readonly amount: number;
  /** Milliseconds from the first addition to the end. */
  readonly window: number;
  /** Reaching `at` moves the end, once, to `milliseconds` from then. */
  readonly block?: { readonly at: number; readonly milliseconds: number };
}

export interface CountState {
  readonly value: number;
  /** Milliseconds until the count ends; 0 when there is none. */
  readonly msLeft: number;
}

/**
 * Counts that all instances share, in the store of the sessions. Each call is one round trip, and is rejected while the store
 * is away.
 *
 * A group is what is counted in one step; a cluster of Redis keeps it on one node.
 */
export interface SharedCounts {
  /** The counts after the additions, in their order. */
  add(group: string, additions: readonly Addition[]): Promise<readonly CountState[]>;
  /** The counts as they are, in the order of the names. */
  look(group: string, names: readonly string[]): Promise<readonly CountState[]>;
  forget(group: string, name: string): Promise<void>;
}
