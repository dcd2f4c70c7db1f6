import type { Separator } from './cells.ts';

/** A record with quoted cells. */
export interface QuotedRecord {
  readonly cells: readonly string[];
  /** Where its last line ends. */
  readonly end: number;
  /** How many lines of the file it covers. */
  readonly lines: number;
}

/** `incomplete`: the record continues after the text. `invalid`: something follows a closing quote. */
export type QuotedReading = QuotedRecord | 'incomplete' | 'invalid';

/**
 * Reads the record that begins at `start`, with quotes as in RFC 4180: a cell that begins with a quote ends with one, and
 * two quotes inside stand for one. A quote inside any other cell is an ordinary character.
 *
 * @param isEnd no more text follows `all`
 */
export function readQuoted(all: string, start: number, separator: Separator, isEnd: boolean): QuotedReading {
  const cells: string[] = [];
  for (let at = start; ; ) {
    const cell = readCell(all, at, separator, isEnd);
    if (cell === null) return 'incomplete';
    cells.push(cell.text);
    if (all[cell.end] === separator) at = cell.end + 1;
    else {
      const end = recordEndAt(all, cell.end, isEnd);
      return typeof end === 'string' ? end : { cells, end, lines: linesOf(all, start, end) };
    }
  }
}

function readCell(all: string, start: number, separator: Separator, isEnd: boolean) {
  const isQuoted = all[start] === '"';
  const end = isQuoted ? quotedCellEnd(all, start, isEnd) : plainCellEnd(all, start, separator, isEnd);
  if (end === null) return null;
  return { text: isQuoted ? unquoted(all, start, end) : all.slice(start, end), end };
}

/** Where the line ends, if the cell ends there without a separator. */
function recordEndAt(all: string, cellEnd: number, isEnd: boolean): number | 'incomplete' | 'invalid' {
  const end = all[cellEnd] === '\r' ? cellEnd + 1 : cellEnd;
  if (end === all.length) return isEnd ? end : 'incomplete';
  return all[end] === '\n' ? end : 'invalid';
}

/** The position after the closing quote; null while it has not arrived. */
function quotedCellEnd(all: string, start: number, isEnd: boolean): number | null {
  for (let from = start + 1; ; ) {
    const quote = all.indexOf('"', from);
    if (quote < 0) return null;
    if (all[quote + 1] !== '"') return quote + 1 < all.length || isEnd ? quote + 1 : null;
    from = quote + 2;
  }
}

function plainCellEnd(all: string, start: number, separator: Separator, isEnd: boolean): number | null {
  const next = all.indexOf(separator, start);
  const newline = all.indexOf('\n', start);
  if (next >= 0 && (newline < 0 || next < newline)) return next;
  if (newline < 0 && !isEnd) return null;
  const end = newline < 0 ? all.length : newline;
  return end > start && all[end - 1] === '\r' ? end - 1 : end;
}

function unquoted(all: string, start: number, end: number): string {
  return all.slice(start + 1, end - 1).replaceAll('""', '"');
}

function linesOf(all: string, start: number, end: number): number {
  let lines = 1;
  for (let at = all.indexOf('\n', start); at >= 0 && at < end; at = all.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
