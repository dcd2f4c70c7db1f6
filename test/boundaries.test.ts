import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import table from '../build/rooms.json' with { type: 'json' };

const { forbidden = [], options } = createRequire(import.meta.url)(
  '../.dependency-cruiser.cjs',
) as IConfiguration;

const rooms: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table).map(([room, { knows }]) => [room, knows]),
);

/** A file with one import, and the rule that the import breaks; null for none. */
interface Planted {
  readonly file: string;
  readonly imports: string;
  readonly breaks: string | null;
}

function isKnown(room: string, other: string): boolean {
  const known = [room, ...(rooms.get(room) ?? [])];
  return known.some((each) => other === each || other.startsWith(`${each}/`));
}

/** Every room imports every other one, the script of the browser apart, which has a rule of its own. */
const between: readonly Planted[] = [...rooms.keys()].flatMap((room) =>
  [...rooms.keys()]
    .filter((other) => other !== 'browser')
    .map((other) => ({
      file: `src/${room}/imports-${other.replace('/', '-')}.ts`,
      imports: `src/${other}/some.ts`,
      breaks: isKnown(room, other) ? null : `${room}-knows-its-own`,
    })),
);

const others: readonly Planted[] = [
  {
    file: 'src/web/application.ts',
    imports: 'src/database/some.ts',
    breaks: 'the-web-is-given-its-services',
  },
  { file: 'src/tax/reads-files.ts', imports: 'node:fs', breaks: 'tax-is-pure' },
  {
    file: 'src/cli/calculate/asks-the-web.ts',
    imports: 'src/web/http/some.ts',
    breaks: 'the-command-line-computes-without-the-web',
  },
  { file: 'src/web/http/runs-it.ts', imports: 'src/browser/app.ts', breaks: 'the-script-is-an-asset' },
  { file: 'src/web/http/assets.ts', imports: 'src/browser/app.ts', breaks: null },
  { file: 'src/cli/starts-again.ts', imports: 'src/main.ts', breaks: 'only-main-is-an-entry' },
  { file: 'src/config/hashes.ts', imports: 'src/users/password-hash-format.ts', breaks: null },
  { file: 'src/config/users.ts', imports: 'src/users/some.ts', breaks: 'config-knows-its-own' },
  { file: 'src/tax/tests-itself.ts', imports: 'test/some.ts', breaks: 'sources-do-not-test' },
  { file: 'src/tax/one.ts', imports: 'src/tax/two.ts', breaks: 'no-circular' },
  // A cycle is told once.
  { file: 'src/tax/two.ts', imports: 'src/tax/one.ts', breaks: null },
  { file: 'src/tax/lost.ts', imports: 'src/tax/nowhere.ts', breaks: 'resolvable' },
];

const ends = ['src/main.ts', 'src/browser/app.ts', 'src/users/password-hash-format.ts', 'test/some.ts'];

let folder: string;
let broken: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
  for (const room of rooms.keys()) write(`src/${room}/some.ts`, 'export {};\n');
  for (const file of ends) write(file, 'export {};\n');
  for (const { file, imports } of [...between, ...others])
    write(file, `import '${specifier(file, imports)}';\n`);
  broken = await violations();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function specifier(file: string, imports: string): string {
  if (imports.startsWith('node:')) return imports;
  const path = relative(dirname(file), imports);
  return path.startsWith('.') ? path : `./${path}`;
}

/** The rules that each planted file breaks. */
async function violations(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { tsConfig: _ours, enhancedResolveOptions, ...rest } = options ?? {};
  const { output } = await cruise(
    ['src'],
    { ...rest, baseDir: folder, validate: true, ruleSet: { forbidden } },
    enhancedResolveOptions,
  );
  const found = new Map<string, string[]>();
  for (const { from, rule } of (output as ICruiseResult).summary.violations)
    found.set(from, [...(found.get(from) ?? []), rule.name]);
  return found;
}

describe('the rules of .dependency-cruiser.cjs', () => {
  it.each([...rooms.keys()])('%s may import what the table says, and nothing else', (room) => {
    const planted = between.filter(({ file }) => dirname(file) === `src/${room}`);
    const expected = planted.map(({ file, breaks }) => [file, breaks === null ? [] : [breaks]]);
    expect(planted.map(({ file }) => [file, broken.get(file) ?? []])).toEqual(expected);
  });

  it.each(others)('$file, which imports $imports, breaks $breaks', ({ file, breaks }) => {
    expect(broken.get(file) ?? []).toEqual(breaks === null ? [] : [breaks]);
  });

  it('have each been broken', () => {
    const seen = new Set([...broken.values()].flat());
    expect(forbidden.map(({ name }) => name).filter((name) => name && !seen.has(name))).toEqual([]);
  });
});

describe('the table of rooms', () => {
  it('says what the rooms of the web know of each other', () => {
    expect(rooms.get('web/http')).toEqual(['web/messages', 'model']);
    for (const room of ['web/http', 'web/pages', 'web/api'])
      expect(isKnown(room, 'web/contract')).toBe(false);
    expect(isKnown('web/contract', 'web/api')).toBe(false);
    expect(isKnown('server', 'cli')).toBe(false);
  });

  it('has a room for every file of src', () => {
    const files = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name));
    const loose = files.filter((file) => ![...rooms.keys()].some((room) => file.startsWith(`src/${room}/`)));
    expect(loose.sort()).toEqual([
      'src/assets.d.ts',
      'src/main.ts',
      'src/make-folder.ts',
      'src/web/application.ts',
      'src/write-file.ts',
    ]);
  });
});
