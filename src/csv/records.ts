import type { Separator } from './cells.ts';
import { readQuoted } from './quoted.ts';

/** Characters of the longest record. A longer one is not a line of a table. */
export const LONGEST_RECORD = 64 * 1024;

/** A line of the file, or several when quoted cells contain line ends. */
export interface RawRecord {
  /** The number of its first line, from 1. */
  readonly line: number;
  /** As in the file, without its line end; null when it was too long to keep. */
  readonly text: string | null;
  /** Null when the cells could not be separated. */
  readonly cells: readonly string[] | null;
}

/** Splits text into records, however it is cut into chunks. */
export interface RecordReader {
  read(text: string): void;
  /** The last record needs no line end. */
  end(): void;
}

/**
 * Reads records as in RFC 4180, with LF or CRLF at the end of lines. After an invalid record it goes on with the next
 * line, so that one open quote does not swallow the file. It never keeps more than {@link LONGEST_RECORD} characters.
 *
 * @param firstLine its number
 */
export function createRecordReader(
  separator: Separator,
  firstLine: number,
  onRecord: (record: RawRecord) => void,
): RecordReader {
  let rest = '';
  let line = firstLine;
  let isSkipping = false;

  function read(text: string, isEnd: boolean): void {
    const all = rest + text;
    const hasQuotes = all.includes('"');
    let start = isSkipping ? skip(all) : 0;
    while (start < all.length) {
      const next = hasQuotes ? readWithQuotes(all, start, isEnd) : readPlain(all, start, isEnd);
      if (next === null) break;
      start = next;
    }
    rest = all.slice(start);
  }

  /** @returns where the next record begins, or null when more text is needed */
  function readPlain(all: string, start: number, isEnd: boolean): number | null {
    const end = lineEnd(all, start, isEnd);
    if (end === null || end - start > LONGEST_RECORD) return tooLong(all, start, end);
    const text = withoutReturn(all, start, end);
    onRecord({ line, text, cells: text.split(separator) });
    line += 1;
    return end + 1;
  }

  function readWithQuotes(all: string, start: number, isEnd: boolean): number | null {
    const reading = readQuoted(all, start, separator, isEnd);
    if (reading === 'incomplete') {
      const mayGoOn = !isEnd && all.length - start <= LONGEST_RECORD;
      return mayGoOn ? null : refuse(all, start, isEnd);
    }
    if (reading === 'invalid' || reading.end - start > LONGEST_RECORD) return refuse(all, start, isEnd);
    onRecord({ line, text: withoutReturn(all, start, reading.end), cells: reading.cells });
    line += reading.lines;
    return reading.end + 1;
  }

  /** Refuses the first line of a record whose quotes do not match. */
  function refuse(all: string, start: number, isEnd: boolean): number | null {
    const end = lineEnd(all, start, isEnd);
    if (end === null || end - start > LONGEST_RECORD) return tooLong(all, start, end);
    onRecord({ line, text: withoutReturn(all, start, end), cells: null });
    line += 1;
    return end + 1;
  }

  function tooLong(all: string, start: number, end: number | null): number | null {
    if (end === null && all.length - start <= LONGEST_RECORD) return null;
    onRecord({ line, text: null, cells: null });
    if (end === null) isSkipping = true;
    else line += 1;
    return end === null ? all.length : end + 1;
  }

  function skip(all: string): number {
    const end = all.indexOf('\n');
    if (end < 0) return all.length;
    isSkipping = false;
    line += 1;
    return end + 1;
  }

  return { read: (text) => read(text, false), end: () => read('', true) };
}

function lineEnd(all: string, start: number, isEnd: boolean): number | null {
  const end = all.indexOf('\n', start);
  if (end >= 0) return end;
  return isEnd ? all.length : null;
}

function withoutReturn(all: string, start: number, end: number): string {
  const hasReturn = end > start && all.charCodeAt(end - 1) === 13;
  return all.slice(start, hasReturn ? end - 1 : end);
}
