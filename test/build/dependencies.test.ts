import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentsOfBundle } from '../../build/bundle.ts';
import { readLock, sizesOf, sizeWithDependencies } from '../../build/sizes.ts';

const page = readFileSync('docs/dependencies.md', 'utf8');
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** The rows of the table below a heading, cell by cell. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| `(.+) \|$/gm)].map(([, row = '']) => row.replace('`', '').split(' | '));
}

const used = rowsBelow('In the bundle');
const tools = rowsBelow('To build, check and test');

describe('docs/dependencies.md', () => {
  it('names each dependency once, with its reason', () => {
    expect(used.map(([name]) => name)).toEqual(Object.keys(dependencies ?? {}).toSorted());
    expect(tools.map(([name]) => name)).toEqual(Object.keys(devDependencies ?? {}).toSorted());
    expect([...used, ...tools].filter((row) => !/\w{4}/.test(row.at(-1) ?? ''))).toEqual([]);
  });

  it('tells the sizes as they are', async () => {
    const { sizes } = await contentsOfBundle();
    const lock = readLock();
    for (const [name = '', own, all] of used) {
      expect([name, Number.parseInt(own ?? '', 10)]).toEqual([name, aboutKilobytes(sizes.get(name) ?? 0)]);
      const whole = sizeWithDependencies(name, lock, sizes);
      expect([name, Number.parseInt(all ?? '', 10)]).toEqual([name, aboutKilobytes(whole)]);
    }
  }, 60_000);
});

/** Near enough to tell what a package costs. */
function aboutKilobytes(bytes: number) {
  const kilobytes = bytes / 1000;
  const tolerance = Math.max(3, kilobytes / 5);
  return expect.toSatisfy(
    (told: number) => Math.abs(told - kilobytes) <= tolerance,
    `about ${kilobytes.toFixed(0)}`,
  );
}

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
