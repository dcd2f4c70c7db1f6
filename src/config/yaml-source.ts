import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { misreadBackslash } from './backslashes.ts';
import { type ConfigExplanation, explain } from './config-issues.ts';
import { explainYamlError } from './yaml-issues.ts';

/** A place in the file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** An issue of the YAML itself, before any key is checked. */
export interface SyntaxIssue {
  readonly place: Place;
  /** The path of its value; null when that is not known. */
  readonly path: readonly PropertyKey[] | null;
  readonly explanation: ConfigExplanation;
}

/** The file as data, with the place of each key and value. */
export interface YamlSource {
  /** Null for an empty file. Meaningless after a syntax issue that breaks the structure. */
  readonly data: unknown;
  readonly syntaxIssues: readonly SyntaxIssue[];
  /** Whether YAML misreads the value's backslashes; a syntax issue reports it. */
  isMisread(path: readonly PropertyKey[]): boolean;
  /** The key's place; for a missing key that of the nearest section around it. */
  keyPlace(path: readonly PropertyKey[]): Place;
  valuePlace(path: readonly PropertyKey[]): Place;
  /** A single value as written, with its quotes; null for sections, lists and missing values. */
  writtenValue(path: readonly PropertyKey[]): string | null;
  /** The comment after a value without quotes, from `#`; null when there is none. */
  commentBehind(path: readonly PropertyKey[]): string | null;
}

/** The written pair of a key, or item of a list; a section counts as the only item where a list is expected. */
function childOf(node: unknown, key: PropertyKey): Pair | Node | undefined {
  if (isMap(node) && typeof key === 'number') return node;
  if (isMap(node))
    return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) as Pair;
  if (isSeq(node)) return node.items[Number(key)] as Node | undefined;
  return undefined;
}

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];

/** A written value: the offsets of its key (of its own start, in a list) and of itself. */
interface Located {
  readonly key: number;
  readonly value: number;
  readonly node: unknown;
}

function stepInto(around: Located, key: PropertyKey, document: Document): Located | null {
  const child = childOf(isAlias(around.node) ? around.node.resolve(document) : around.node, key);
  if (child === undefined) return null;
  const [name, node] = isPair(child) ? [child.key, child.value] : [child, child];
  const start = startOf(name) ?? around.key;
  return { key: start, value: startOf(node) ?? start, node };
}

/** The first reference to nothing; without one, the first of all (they multiply too far). */
function guiltyAlias(document: Document): number {
  const starts: number[] = [];
  const lost: number[] = [];
  visit(document, {
    Alias(_, alias) {
      starts.push(startOf(alias) ?? 0);
      if (!alias.resolve(document)) lost.push(startOf(alias) ?? 0);
    },
  });
  return lost[0] ?? starts[0] ?? 0;
}

const ESCAPE = explain('syntax', { issue: 'escape' });

interface Misread {
  readonly node: Scalar;
  readonly path: readonly PropertyKey[];
  /** The offset of the first backslash in the file. */
  readonly offset: number;
}

/** The keys and indexes of a node, from the nodes around it. */
function pathTo(node: Node, around: readonly unknown[]): PropertyKey[] {
  return around.flatMap((one, depth): PropertyKey[] => {
    if (isPair(one)) return [isScalar(one.key) ? String(one.key.value) : ''];
    return isSeq(one) ? [one.items.indexOf(around[depth + 1] ?? node)] : [];
  });
}

/** The double-quoted texts in which YAML misreads a backslash. */
function misreadTexts(document: Document, text: string): Misread[] {
  const found: Misread[] = [];
  visit(document, {
    Scalar(_, node, around) {
      if (node.type !== 'QUOTE_DOUBLE' || !node.range) return;
      const [start, end] = node.range;
      const path = pathTo(node, around);
      const inside = misreadBackslash(text.slice(start, end), String(path.at(-1)));
      if (inside !== null) found.push({ node, path, offset: start + inside });
    },
  });
  return found;
}

/** Parses a configuration file. Never throws: errors are in `syntaxIssues`. */
export function parseYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const misread = misreadTexts(document, text);
  const syntaxIssues: SyntaxIssue[] = [
    ...misread.map(({ offset, path }) => ({ place: place(offset), path, explanation: ESCAPE })),
    ...[...document.errors, ...document.warnings].map((error) => ({
      place: place(error.pos[0]),
      path: null,
      explanation: explainYamlError(error),
    })),
  ];

  /** The place of a path, as far as it is written. */
  function locate(path: readonly PropertyKey[]): Located {
    const start = startOf(document.contents) ?? 0;
    let place: Located = { key: start, value: start, node: document.contents };
    for (const key of path) {
      const inside = stepInto(place, key, document);
      if (inside === null) return { ...place, node: undefined };
      place = inside;
    }
    return place;
  }

  function toData(): unknown {
    try {
      return document.toJS();
    } catch {
      syntaxIssues.push({
        place: place(guiltyAlias(document)),
        path: null,
        explanation: explain('syntax', { issue: 'alias' }),
      });
      return null;
    }
  }

  return {
    data: toData(),
    syntaxIssues,
    keyPlace: (path) => place(locate(path).key),
    valuePlace: (path) => place(locate(path).value),
    isMisread(path) {
      const { node } = locate(path);
      return misread.some((one) => one.node === node);
    },
    writtenValue(path) {
      const { node } = locate(path);
      const range = isScalar(node) ? node.range : null;
      return range ? text.slice(range[0], range[1]) : null;
    },
    commentBehind(path) {
      const { node } = locate(path);
      if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return null;
      return /^[ \t]+(#.*)/.exec(text.slice(node.range[1]))?.[1] ?? null;
    },
  };
}
