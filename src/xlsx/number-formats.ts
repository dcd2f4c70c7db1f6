import { readXml } from './xml-reader.ts';

/** The meaning of a number, by the format of its cell. */
export type NumberKind = 'number' | 'percent' | 'date';

/** The built-in formats of workbooks (ECMA-376 part 1, § 18.8.30). */
const BUILT_IN: readonly (readonly [from: number, to: number, kind: NumberKind])[] = [
  [9, 10, 'percent'],
  [14, 22, 'date'],
  [27, 36, 'date'],
  [45, 47, 'date'],
  [50, 58, 'date'],
];

/** The parts of a format that may be literal: quoted texts, escaped characters, widths, and what stands in brackets. */
const PERHAPS_LITERAL = /"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g;

/** Of those, hours, minutes or seconds beyond a day; the others in brackets are colours and currencies. */
const ELAPSED_TIME = /^\[(h+|m+|s+)\]$/i;

/** The kinds of numbers by the style of their cell. */
export async function numberKinds(styles: string): Promise<readonly NumberKind[]> {
  const own = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isCellStyle = false;
  await readXml(styles, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      const id = Number(numFmtId);
      if (name === 'numFmt') own.set(id, kindOfCode(formatCode));
      if (name === 'cellXfs') isCellStyle = true;
      if (name === 'xf' && isCellStyle) kinds.push(own.get(id) ?? builtIn(id));
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return kinds;
}

function builtIn(id: number): NumberKind {
  return BUILT_IN.find(([from, to]) => from <= id && id <= to)?.[2] ?? 'number';
}

export function kindOfCode(code: string): NumberKind {
  const meaning = code.replace(PERHAPS_LITERAL, (part) => (ELAPSED_TIME.test(part) ? part : ''));
  const [first = ''] = meaning.split(';');
  if (first.includes('%')) return 'percent';
  return /[ymdhs]/i.test(first) && !/^(general|standard)$/i.test(first) ? 'date' : 'number';
}
