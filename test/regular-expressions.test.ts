import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';

// The checker's own automata, in this process: no Java, no other program.
vi.stubEnv('RECHECK_BACKEND', 'pure');
const { checkSync } = await import('recheck');

/** What the checker cannot read, because of a look-ahead or look-behind: each expression, and why it takes linear time. */
const READ_BY_PEOPLE: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        /(?<=[/\\]acces[/\\])[\s\S]+|(?<=[/\\])[\w-]{16}\.[\w-]{43}|(?<=\/\/)[^/]*(?=@)/,
        'each look-behind has one place, or the text in front of it ends the run',
      ],
      [/^0+(?=\d)/, 'anchored, one run of zeros'],
      [/; *charset *= *(?!"?utf-8"? *(?:;|$))/, 'the value of a header, which Node bounds at 16 kB'],
      [
        /(?<=[a-z\d])[\s_'’,/-]+(?=[a-z\d])/,
        'a run has one place to begin: behind the only letter or digit next to it',
      ],
      [/^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/, 'each round begins with a slash, which no round holds'],
    ] as const
  ).map(([{ source }, reason]) => [source, reason]),
);

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

function expressionsOf(file: string): Expression[] {
  const found: Expression[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({
        place: `${file}:${line}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Bounded repetitions only cost the checker time: whether it is linear is told by the unbounded ones. */
const withFewRepetitions = (source: string) =>
  source.replaceAll(/\{(\d+)(,?)(\d*)\}/g, (_, least: string, comma: string, most: string) => {
    const few = (count: string) => (count === '' ? '' : String(Math.min(Number(count), 2)));
    return `{${few(least)}${comma}${few(most)}}`;
  });

/** Without one, the steps from each place of a text are as many as the expression has, however long the text is. */
const hasUnboundedRepetition = ({ source }: Expression) => /[*+]|\{\d+,\}/.test(source);

const statusOf = ({ source, flags }: Pick<Expression, 'source' | 'flags'>) =>
  checkSync(withFewRepetitions(source), flags, { checker: 'automaton', timeout: null }).status;

describe('the regular expressions of the server', () => {
  const expressions = globSync('src/**/*.ts').sort().flatMap(expressionsOf);

  it('take time in proportion to the text, however long', () => {
    const others = expressions
      .filter(hasUnboundedRepetition)
      .map((expression) => ({ ...expression, status: statusOf(expression) }))
      .filter(
        ({ status, source }) =>
          status === 'vulnerable' || (status === 'unknown' && !READ_BY_PEOPLE.has(source)),
      )
      .map(({ place, source, status }) => `${place}: ${status}: ${source}`);
    expect(others).toEqual([]);
  });

  it('are all there that people have read', () => {
    const sources = new Set(expressions.map(({ source }) => source));
    expect([...READ_BY_PEOPLE.keys()].filter((source) => !sources.has(source))).toEqual([]);
  });

  it.each(['^\\d+\\.?\\d*$', '\\s+$', '^(a+)+$', '^(\\d{1,9})*x\\d*$'])(
    'would not pass with %s',
    (source) => {
      expect(statusOf({ source, flags: '' })).toBe('vulnerable');
    },
  );
});
