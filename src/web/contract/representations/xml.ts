import { LongList } from '../long-list.ts';

/** Exactly 38 characters and one LF: every original client removes them by count (contract §1.5). */
const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** An answer in the contract's XML: a list repeats its element, an empty list has none. */
export function toXml(answer: object): string {
  return `${DECLARATION}<root>${children(answer)}</root>`;
}

/** The same text in chunks, for an answer with a {@link LongList}. */
export async function* toXmlChunks(answer: object): AsyncGenerator<string> {
  yield `${DECLARATION}<root>`;
  for (const [key, value] of Object.entries(answer)) {
    const name = elementName(key);
    if (value instanceof LongList) for await (const items of value.chunks) yield elements(name, items);
    else yield elements(name, value);
  }
  yield '</root>';
}

function children(object: object): string {
  return Object.entries(object)
    .map(([name, value]) => elements(elementName(name), value))
    .join('');
}

function elements(name: string, value: unknown): string {
  return Array.isArray(value) ? value.map((item) => element(name, item)).join('') : element(name, value);
}

function element(name: string, value: unknown): string {
  return `<${name}>${content(name, value)}</${name}>`;
}

function content(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return elements(name, value);
  return typeof value === 'object' ? children(value) : escapeText(String(value));
}

const entities: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const SPECIAL = /[<>&\n\r]/g;
/** Characters that XML 1.0 forbids even as references: control characters, lone surrogates, non-characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(SPECIAL, (character) => entities[character] ?? character);
}

/** Everything but the letters of Latin-1: the contract's names need no others, and parsers disagree on the rest. */
const FOREIGN_TO_NAMES = /[^A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF0-9_.-]/gu;

/** The keys of a refused taxpayer come from outside: characters that an element's name cannot have become `_`. */
function elementName(key: string): string {
  const name = key.replace(FOREIGN_TO_NAMES, '_');
  return /^[^0-9.-]/.test(name) ? name : `_${name}`;
}
