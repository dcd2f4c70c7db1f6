import { nearestWord } from '../config/nearest-key.ts';
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

/** The known word that was meant or, when none is near, all that are known. */
export function insteadOf(word: string, known: readonly string[], texts: UsageTexts): string {
  const nearest = nearestWord(word, known);
  if (nearest !== null) return texts.meant(nearest);
  return known.length > 0 ? texts.known(known) : '';
}
