/** One line of the table that `npm run bench` prints. */
export interface Row {
  readonly name: string;
  /** The measured figure with its unit. */
  readonly value: string;
  /** The figure against the baseline of the same run. */
  readonly ratio: string;
  /** What the ratio or the figure has to reach. */
  readonly target: string;
  readonly ok: boolean;
}
