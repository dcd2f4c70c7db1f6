import { SEPARATORS, type Separator } from './cells.ts';
import { LONGEST_RECORD } from './records.ts';

/** `zip` may be a workbook; `archive`, `ods` and `xlsb` are archives that are none. */
export type FileKind =
  | 'zip'
  | 'archive'
  | 'ods'
  | 'xlsb'
  | 'pdf'
  | 'image'
  | 'gzip'
  | 'oldExcel'
  | 'utf16'
  | 'binary';

/** Why a file is not a table. */
export type NoTable =
  | { readonly code: 'empty' }
  | { readonly code: 'notText'; readonly kind: FileKind }
  | { readonly code: 'headerTooLong'; readonly longest: number };

/** The first bytes of files that are not text. */
const KINDS: readonly (readonly [kind: FileKind, ...beginnings: readonly string[]])[] = [
  ['zip', 'PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'],
  ['oldExcel', '\xd0\xcf\x11\xe0'],
  ['pdf', '%PDF'],
  ['image', '\x89PNG', '\xff\xd8\xff', 'GIF8'],
  ['gzip', '\x1f\x8b'],
  ['utf16', '\xff\xfe', '\xfe\xff'],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: text never has them
const CONTROL = /[\x00-\x08\x0e-\x1f]/;

export const BEGINNING = 4;

/**
 * The kind of a file that is not text; null for what may be text.
 *
 * @param bytes the first {@link BEGINNING} bytes of a file, or all of a smaller one
 */
export function otherKind(bytes: Uint8Array): FileKind | null {
  const text = Buffer.from(bytes).toString('latin1');
  const found = KINDS.find(([, ...beginnings]) => beginnings.some((beginning) => text.startsWith(beginning)));
  return found?.[0] ?? null;
}

/** The first line that is neither blank nor a comment. */
export interface FirstLine {
  readonly separator: Separator;
  readonly start: number;
  /** Its number, from 1. */
  readonly line: number;
}

/**
 * Finds the first line of a table, after blank lines, `#` comments (contract §10) and the `sep=` line of Excel.
 *
 * @param isEnd no more text follows `text`
 * @param isKnown whether a cell is the name of a column
 * @returns null when more text is needed
 */
export function findFirstLine(
  text: string,
  isEnd: boolean,
  isKnown: (name: string) => boolean,
): FirstLine | NoTable | null {
  let start = 0;
  let separator: Separator | null = null;
  for (let line = 1; start < text.length; line++) {
    const end = lineEnd(text, start);
    const content = text.slice(start, end);
    const refusal = refusalOf(content, end);
    if (refusal !== null || (end === text.length && !isEnd)) return refusal;
    const announced = announcedSeparator(content);
    separator = announced ?? separator;
    if (announced === null && !isBlankOrComment(content))
      return { separator: separator ?? separatorOf(content, isKnown), start, line };
    start = end + 1;
  }
  return isEnd ? { code: 'empty' } : null;
}

function lineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline < 0 ? text.length : newline;
}

/** The separator in a line such as `sep=;`, which Excel reads and hides; null for any other line. */
function announcedSeparator(line: string): Separator | null {
  const [, announced] = /^"?sep=([;,\t])"?\s*$/i.exec(line) ?? [];
  return SEPARATORS.find((separator) => separator === announced) ?? null;
}

/** Text beyond the length of a record is not checked: it may not have arrived. */
function refusalOf(line: string, end: number): NoTable | null {
  if (CONTROL.test(line.slice(0, LONGEST_RECORD))) return { code: 'notText', kind: 'binary' };
  return end > LONGEST_RECORD ? { code: 'headerTooLong', longest: LONGEST_RECORD } : null;
}

export function isBlankOrComment(line: string): boolean {
  const content = line.trim();
  return content === '' || content.startsWith('#');
}

/** The separator that yields most known names, or else most cells. */
function separatorOf(line: string, isKnown: (name: string) => boolean): Separator {
  const scores = SEPARATORS.map((separator) => {
    const cells = line.split(separator);
    const known = cells.filter((cell) => isKnown(cell.replaceAll('"', '')));
    return { separator, score: known.length * line.length + cells.length };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}
