/** The progress of a calculation at the end of a line: going on from here repeats nothing. */
export interface Checkpoint {
  /** Lines answered, including refused ones. */
  readonly lines: number;
  /** Of them, those that were refused. */
  readonly refused: number;
  /** Bytes of the results up to here. */
  readonly results: number;
  /** Bytes of the report up to here. */
  readonly report: number;
  /** How many of the refused lines for the page come before this place. */
  readonly shown: number;
}

export const BEGINNING: Checkpoint = { lines: 0, refused: 0, results: 0, report: 0, shown: 0 };
