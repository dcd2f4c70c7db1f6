import { nearestWord, nearestWords } from '../config/nearest-key.ts';
import { type UsageTexts, usageTexts } from './usage-texts.ts';

/** A command line that cannot be understood; what is wrong with it, in the language of the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly format: (texts: UsageTexts) => string;

  constructor(format: (texts: UsageTexts) => string) {
    super(format(usageTexts.en));
    this.format = format;
  }
}

/** More than fit on a line of a console. */
const MANY = 12;
const NEAREST = 3;

/** The known word that was meant or, when none is near, all that are known; of many those that look most like it. */
export function insteadOf(word: string, known: readonly string[], texts: UsageTexts): string {
  const nearest = nearestWord(word, known);
  if (nearest !== null) return texts.meant(nearest);
  if (known.length === 0) return '';
  return known.length > MANY ? texts.among(nearestWords(word, known, NEAREST)) : texts.known(known);
}
