/** One line of the benchmark's table. */
export interface Row {
  readonly name: string;
  /** The figure with its unit. */
  readonly value: string;
  /** The figure against the baseline of the same run. */
  readonly ratio: string;
  readonly target: string;
  readonly ok: boolean;
}
