import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../build/sizes.ts';
import { tools, used } from './dependency-tables.ts';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  string,
  Record<string, string>
>;

describe('docs/dependencies.md', () => {
  it('names each dependency once, with its reason', () => {
    expect(used.map(([name]) => name)).toEqual(Object.keys(dependencies ?? {}).toSorted());
    expect(tools.map(([name]) => name)).toEqual(Object.keys(devDependencies ?? {}).toSorted());
    expect([...used, ...tools].filter((row) => !/\w{4}/.test(row.at(-1) ?? ''))).toEqual([]);
  });
});

describe('sizes of packages', () => {
  it('are added up by name, wherever the package lies', () => {
    const inputs = {
      'node_modules/express/index.js': { bytesInOutput: 1 },
      'node_modules/express/lib/express.js': { bytesInOutput: 2 },
      'node_modules/express/node_modules/@a/b/index.js': { bytesInOutput: 4 },
      'leave-out:node_modules/iconv-lite/encodings/dbcs-data.js': { bytesInOutput: 8 },
      'deferred:@redis/client': { bytesInOutput: 16 },
      'src/main.ts': { bytesInOutput: 32 },
    };
    const output = { bytes: 63, imports: [], exports: [], inputs };
    expect(Object.fromEntries(sizesOf({ outputs: { 'dist/x.cjs': output } }))).toEqual({
      express: 3,
      '@a/b': 4,
      'iconv-lite': 8,
      '@redis/client': 16,
    });
  });
});
