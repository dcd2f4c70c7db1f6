const LONGEST = 60;

/** A text from the file for a message: short enough to read, and on one line. */
export function cellExcerpt(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).toWellFormed()}…`;
}
