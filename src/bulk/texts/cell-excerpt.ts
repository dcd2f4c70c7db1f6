const LONGEST = 60;

/** A text from the file as a message shows it: never longer than a person reads, on one line. */
export function cellExcerpt(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).toWellFormed()}…`;
}
