/** How far a calculation has got, at the end of a line: whoever goes on from here writes nothing twice. */
export interface Checkpoint {
  /** Lines of the file that are answered, refused ones included. */
  readonly lines: number;
  /** Of them, those that were refused. */
  readonly refused: number;
  /** Bytes of the results up to here. */
  readonly results: number;
  /** Bytes of the report up to here. */
  readonly report: number;
  /** Of the lines that the page shows, those up to here. */
  readonly shown: number;
}

export const BEGINNING: Checkpoint = { lines: 0, refused: 0, results: 0, report: 0, shown: 0 };
