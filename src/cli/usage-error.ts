import { nearestWord, nearestWords } from '../config/nearest-key.ts';
import { type UsageTexts, usageTexts } from './usage-texts.ts';

/** An invalid command line; the message is in the user's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly format: (texts: UsageTexts) => string;

  constructor(format: (texts: UsageTexts) => string) {
    super(format(usageTexts.en));
    this.format = format;
  }
}

/** More do not fit on a line of a console. */
const MANY = 12;
const NEAREST = 3;

/** The word that was probably meant or, when none is similar, all known ones; of many, the most similar. */
export function insteadOf(word: string, known: readonly string[], texts: UsageTexts): string {
  const nearest = nearestWord(word, known);
  if (nearest !== null) return texts.meant(nearest);
  if (known.length === 0) return '';
  return known.length > MANY ? texts.among(nearestWords(word, known, NEAREST)) : texts.known(known);
}
