import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Platform } from './platforms.ts';

/** Private to this checkout: pkg takes it for the user's home, whose own `.pkg-cache` stays as it is. */
export const PKG_HOME = resolve('node_modules/.cache/tax-server-pkg');

/** What package-lock.json says of the npm package that carries Node for a platform. */
interface Locked {
  readonly version: string;
  readonly integrity: string;
}

function locked(npmPackage: string): Locked {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked | undefined>;
  };
  const entry = packages[`node_modules/${npmPackage}`];
  if (!entry) throw new Error(`package-lock.json does not know ${npmPackage}`);
  return entry;
}

/**
 * Puts the platform's Node, as package-lock.json pins it, where pkg would keep its own download. Fetches it from npm once.
 *
 * @returns its version, `24.21.0`
 * @throws when the package is not the one of package-lock.json
 */
export function provideNode(platform: Platform): string {
  const { version, integrity } = locked(platform.npmPackage);
  const cache = join(PKG_HOME, '.pkg-cache', 'sea');
  const archive = `node-v${version}-${platform.nodeName}`;
  const binary = join(cache, platform.cachedBinary(archive));
  if (existsSync(`${binary}.ok`)) return version;
  mkdirSync(join(binary, '..'), { recursive: true });
  extractNode(platform, `${platform.npmPackage}@${version}`, integrity, binary);
  // pkg asks for the archive too, but reads it only when there is no binary.
  writeFileSync(join(cache, `${archive}${platform.archive}`), '');
  writeFileSync(join(cache, `${archive}${platform.archive}.ok`), '');
  writeFileSync(`${binary}.ok`, '');
  return version;
}

function extractNode(platform: Platform, spec: string, integrity: string, binary: string): void {
  const folder = mkdtempSync(join(PKG_HOME, 'npm-'));
  try {
    const options = { shell: process.platform === 'win32', encoding: 'utf8' } as const;
    const tarball = execFileSync(
      'npm',
      ['pack', spec, '--silent', '--pack-destination', folder],
      options,
    ).trim();
    checkIntegrity(join(folder, tarball), spec, integrity);
    // Windows has a tar of its own since version 10.
    execFileSync('tar', ['-xzf', tarball, `package/bin/${platform.npmBinary}`], { cwd: folder });
    copyFileSync(join(folder, 'package', 'bin', platform.npmBinary), binary);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checkIntegrity(file: string, spec: string, integrity: string): void {
  const [algorithm = '', expected] = integrity.split(/-(.*)/);
  const actual = createHash(algorithm).update(readFileSync(file)).digest('base64');
  if (actual !== expected) throw new Error(`${spec} is not the one of package-lock.json: ${actual}`);
}
