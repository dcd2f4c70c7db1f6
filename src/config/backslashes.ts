/** The last names of settings that are a file or a folder. */
const PATHS: ReadonlySet<string> = new Set(['file', 'audit_file', 'folder', 'ca', 'password_file']);

/** Escapes that nobody writes by accident: all that a path needs. */
const MEANT_IN_PATHS = String.raw`\"`;
/** More escapes, written by programs that produce YAML or JSON: a letter, the end of a line. */
const MEANT = `${MEANT_IN_PATHS}/xuU \r\n`;

/** Whether a setting of this last name is a path. */
export function isPathName(name: string): boolean {
  return PATHS.has(name);
}

/**
 * Where a double-quoted text has its first backslash that was probably meant as one, although YAML makes another character
 * of it and the letter behind it (`"D:\Logs"` has a line separator in it). A password may have any character.
 *
 * @param written with its quotes
 * @returns the offset in `written`; null when there is none
 */
export function misreadBackslash(written: string, name: string): number | null {
  if (name === 'password') return null;
  const meant = isPathName(name) ? MEANT_IN_PATHS : MEANT;
  for (const { 1: letter = '', index } of written.matchAll(/\\([\s\S])/g))
    if (!meant.includes(letter)) return index;
  return null;
}
