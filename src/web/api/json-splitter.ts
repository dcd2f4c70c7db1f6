import { ApiProblem } from './api-problem.ts';

/** The items of one JSON array, or one on each line (NDJSON). */
export type ItemForm = 'array' | 'lines';

/** Characters of the longest item, far above what a calculation needs. */
export const LONGEST_ITEM = 64 * 1024;

/** Splits the text of a body into items, however it is cut into chunks. */
export interface ItemReader {
  read(text: string): void;
  end(): void;
}

type OnText = (text: string | null) => void;

/**
 * @param onItem gets the text of each item, null when it is too long to keep, and its place from 1: in the array, or the
 * number of its line, including blank ones
 */
export function createItemReader(
  form: ItemForm,
  onItem: (text: string | null, place: number) => void,
): ItemReader {
  if (form === 'lines') return lineReader(onItem);
  let place = 0;
  return arrayReader((text) => {
    place += 1;
    onItem(text, place);
  });
}

/** What JSON allows between values. */
const BLANK = /^[ \t\r\n]*$/;

/** Collects the chunks of one item, and drops it when it is too long. */
function collector(onItem: OnText) {
  let text = '';
  let isTooLong = false;
  return {
    add(chunk: string): void {
      if (text.length + chunk.length > LONGEST_ITEM) isTooLong = true;
      text = isTooLong ? '' : text + chunk;
    },
    /** @param isItem also when it is empty */
    finish(isItem: boolean): void {
      if (isItem || isTooLong || !BLANK.test(text)) onItem(isTooLong ? null : text);
      text = '';
      isTooLong = false;
    },
  };
}

function lineReader(onItem: (text: string | null, line: number) => void): ItemReader {
  let line = 1;
  const item = collector((text) => onItem(text, line));
  return {
    read(text) {
      const [first = '', ...others] = text.split('\n');
      item.add(first);
      for (const next of others) {
        item.finish(false);
        line += 1;
        item.add(next);
      }
    },
    end: () => item.finish(false),
  };
}

/** Follows strings and brackets only; parsing finds out whether an item is JSON. */
function arrayReader(onItem: OnText): ItemReader {
  const item = collector(onItem);
  // With the bracket before it, text after the array is never taken for an item.
  const behind = collector((text) => onItem(text === null ? null : `]${text}`));
  let count = 0;
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isOver = false;

  function followString(sign: string | undefined): void {
    if (isEscaped) isEscaped = false;
    else if (sign === '\\') isEscaped = true;
    else isInString = sign !== '"';
  }

  /**
   * Follows one character.
   *
   * @returns whether an item ends before it
   */
  function follow(sign: string | undefined): boolean {
    if (isInString) {
      followString(sign);
      return false;
    }
    if (sign === '"') isInString = true;
    else followBracket(sign);
    return isOver || (sign === ',' && depth === 1);
  }

  /** A brace does not close the array: it belongs to the item. */
  function followBracket(sign: string | undefined): void {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || (sign === '}' && depth > 1)) depth -= 1;
    isOver = depth === 0;
  }

  /** @returns where the items begin in the text */
  function open(text: string): number {
    const bracket = text.search(/[^ \t\r\n]/);
    if (bracket < 0) return text.length;
    if (text[bracket] !== '[') throw noArray();
    depth = 1;
    return bracket + 1;
  }

  return {
    read(text) {
      let from = depth === 0 && !isOver ? open(text) : 0;
      for (let at = from; at < text.length && !isOver; at++) {
        if (!follow(text[at])) continue;
        item.add(text.slice(from, at));
        // An empty text is an item too, except in an empty array.
        item.finish(!isOver || count > 0);
        count += 1;
        from = at + 1;
      }
      (isOver ? behind : item).add(text.slice(from));
    },
    end() {
      if (depth === 0 && !isOver) throw noArray();
      (isOver ? behind : item).finish(false);
      if (isOver) return;
      // The closing bracket is missing: the items are answered, with a warning that something may be lost.
      onItem('');
    },
  };
}

function noArray(): ApiProblem {
  return new ApiProblem('malformed-json', 'The body is not a JSON array.');
}
