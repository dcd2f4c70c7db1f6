import { type FileKind, UnusableFile } from './csv-issues.ts';
import { knownName } from './fields.ts';
import { LONGEST_RECORD } from './records.ts';
import { SEPARATORS, type Separator } from './separator.ts';

/** How files begin that are no text. */
const KINDS: readonly (readonly [kind: FileKind, ...beginnings: readonly string[]])[] = [
  ['zip', 'PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'],
  ['oldExcel', '\xd0\xcf\x11\xe0'],
  ['pdf', '%PDF'],
  ['image', '\x89PNG', '\xff\xd8\xff', 'GIF8'],
  ['gzip', '\x1f\x8b'],
  ['utf16', '\xff\xfe', '\xfe\xff'],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them
const CONTROL = /[\x00-\x08\x0e-\x1f]/;

export const BEGINNING = 4;

/**
 * @param bytes the first {@link BEGINNING} of a file, or all when it has fewer
 * @throws {UnusableFile} when they are the mark of another kind of file
 */
export function refuseOtherKinds(bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString('latin1');
  for (const [kind, ...beginnings] of KINDS) {
    if (beginnings.some((beginning) => text.startsWith(beginning)))
      throw new UnusableFile({ code: 'notText', kind });
  }
}

/** Where the first line is that is neither blank nor a comment. */
export interface FirstLine {
  readonly separator: Separator;
  readonly start: number;
  /** Its number, from 1 on. */
  readonly line: number;
}

/**
 * Looks for the first line of a table in the beginning of a file, behind blank lines, `#` comments
 * (contract §10) and the separator that Excel is told.
 *
 * @param isEnd there is no text behind `text`
 * @returns null when more text is needed
 * @throws {UnusableFile} also when it is not within the length of a record
 */
export function findFirstLine(text: string, isEnd: boolean): FirstLine | null {
  let start = 0;
  let separator: Separator | null = null;
  for (let line = 1; start < text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const content = text.slice(start, end);
    refuseNoText(content, end);
    if (found < 0 && !isEnd) return null;
    const announced = announcedSeparator(content);
    if (announced !== null) separator = announced;
    else if (!isBlankOrComment(content)) return { separator: separator ?? separatorOf(content), start, line };
    start = end + 1;
  }
  if (isEnd) throw new UnusableFile({ code: 'empty' });
  return null;
}

/** What a line such as `sep=;` says, which Excel reads and hides; null for any other line. */
function announcedSeparator(line: string): Separator | null {
  const [, announced] = /^"?sep=([;,\t])"?\s*$/i.exec(line) ?? [];
  return SEPARATORS.find((separator) => separator === announced) ?? null;
}

/** What lies beyond the length of a record is not looked at, since it may not be there yet. */
function refuseNoText(line: string, end: number): void {
  if (CONTROL.test(line.slice(0, LONGEST_RECORD)))
    throw new UnusableFile({ code: 'notText', kind: 'binary' });
  if (end > LONGEST_RECORD) throw new UnusableFile({ code: 'headerTooLong', longest: LONGEST_RECORD });
}

export function isBlankOrComment(line: string): boolean {
  const content = line.trim();
  return content === '' || content.startsWith('#');
}

/** The separator that finds most known names, or else most cells. */
function separatorOf(line: string): Separator {
  const scores = SEPARATORS.map((separator) => {
    const cells = line.split(separator);
    const known = cells.filter((cell) => knownName(cell.replaceAll('"', '')));
    return { separator, score: known.length * line.length + cells.length };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}
