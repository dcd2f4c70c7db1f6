import type { BoxName } from '../tax/return/boxes.ts';

interface BoxWords {
  /** As plainly as the form allows. */
  readonly label: string;
  /** What the box does, and what to enter. */
  readonly help: string;
}

/** The words of each row of the return: a row without words in both languages does not compile. */
export type BoxTexts = Readonly<Record<BoxName, BoxWords>>;
