import leven, { closestMatch } from 'leven';
import { settingPaths } from './settings.ts';

/** Two swapped letters count as two wrong ones; with half of the letters wrong it is another word. */
const tolerance = (word: string) => Math.min(Math.floor(word.length / 2), 3);

/** The word that was probably meant; null when none is similar. */
export function nearestWord(word: string, words: readonly string[]): string | null {
  return closestMatch(word.toLowerCase(), words, { maxDistance: tolerance(word) }) ?? null;
}

/** The most similar words, up to a number. */
export function nearestWords(word: string, words: readonly string[], count: number): readonly string[] {
  const typed = word.toLowerCase();
  return words.toSorted((one, other) => leven(typed, one) - leven(typed, other)).slice(0, count);
}

/** The key that was probably meant: a similar one of the same section, or the same name in another section. */
export function nearestKey(key: string, known: readonly string[]): string | null {
  const elsewhere = settingPaths.find((path) => path.endsWith(`.${key}`));
  return nearestWord(key, known) ?? elsewhere ?? null;
}
