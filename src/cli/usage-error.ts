import { closestMatch } from 'leven';

/** A command line that cannot be understood. The message says what is wrong with it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** With more letters wrong it is another word. */
const TOLERANCE = 3;

/** `; did you mean --port?`, or nothing when no known word is near. */
export function meantBy(word: string, known: readonly string[]): string {
  const nearest = closestMatch(word, known, {
    maxDistance: Math.min(TOLERANCE, Math.floor(word.length / 2)),
  });
  return nearest === undefined ? '' : `; did you mean ${nearest}?`;
}
