import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const contract = readFileSync('docs/contract.md', 'utf8');
const sections = new Set([...contract.matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => number));
const decisions = new Set([...contract.matchAll(/^\| D(\d+) \|/gm)].map(([, number]) => number));

/** Everything that refers to the contract: "contract §1.6, §2" and "D14". */
const sources = globSync(['src/**/*.ts', 'test/**/*.ts', 'views/**/*', 'bench/**/*.ts'], {
  exclude: (path) => path.includes('test/data'),
}).filter((file) => /\.(ts|mustache|css)$/.test(file));

interface Reference {
  readonly file: string;
  readonly number: string;
}

function references(pattern: RegExp): readonly Reference[] {
  return sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, number = '']) => ({ file, number })),
  );
}

describe('docs/contract.md', () => {
  it('has every section that a comment names', () => {
    const named = references(/(?<!RFC \w{4,10} )§(\d+(?:\.\d+)?)(?![.\d])/g);
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(({ number }) => !sections.has(number))).toEqual([]);
  });

  it('has every decision that a comment names', () => {
    const named = references(/\bD(\d{1,2})\b(?=[\s,.;:)*'`])/g);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ number }) => !decisions.has(number))).toEqual([]);
  });

  it('numbers its decisions without a gap', () => {
    expect([...decisions]).toEqual(Array.from({ length: decisions.size }, (_, index) => String(index + 1)));
  });
});
