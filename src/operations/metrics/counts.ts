/** One value with its labels. */
export interface Sample<Label extends string> {
  readonly labels: Readonly<Record<Label, string>>;
  readonly value: number;
}

/** A number for each combination of label values that has occurred. Adding costs one look-up. */
export class LabelledCount<Label extends string> {
  readonly #names: readonly Label[];
  readonly #values = new Map<string, { readonly labels: readonly string[]; value: number }>();

  constructor(...names: readonly Label[]) {
    this.#names = names;
  }

  /** @param labels in the order of the names */
  add(...labels: readonly string[]): void {
    this.counter(...labels).value += 1;
  }

  /** The number for some labels, for callers that count millions. */
  counter(...labels: readonly string[]): { value: number } {
    const key = labels.join('\n');
    const known = this.#values.get(key);
    if (known) return known;
    const counter = { labels, value: 0 };
    this.#values.set(key, counter);
    return counter;
  }

  samples(): readonly Sample<Label>[] {
    return [...this.#values.values()].map(({ labels, value }) => ({
      labels: Object.fromEntries(this.#names.map((name, index) => [name, labels[index]])) as Record<
        Label,
        string
      >,
      value,
    }));
  }
}

/** Durations by kind, as a Prometheus histogram. */
export class Durations {
  /** Upper bounds of the buckets in seconds; one more bucket has no bound. */
  static readonly bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
  readonly #kinds = new Map<string, Counted>();

  add(kind: string, seconds: number): void {
    const known = this.#kinds.get(kind) ?? { buckets: Durations.bounds.map(() => 0), count: 0, sum: 0 };
    if (known.count === 0) this.#kinds.set(kind, known);
    known.count += 1;
    known.sum += seconds;
    const bucket = Durations.bounds.findIndex((bound) => seconds <= bound);
    if (bucket >= 0) known.buckets[bucket] = (known.buckets[bucket] ?? 0) + 1;
  }

  kinds(): Iterable<DurationsOfKind> {
    return this.#kinds;
  }
}

interface Counted {
  /** Counts of each bucket without lower ones; durations beyond the last bound are in `count` only. */
  readonly buckets: number[];
  count: number;
  sum: number;
}

export type DurationsOfKind = readonly [kind: string, counted: Readonly<Counted>];
