import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundle } from './bundle.ts';
import { PKG_HOME, provideNode } from './executable/node-binary.ts';
import { inject } from './executable/pkg.ts';
import { type Platform, platforms } from './executable/platforms.ts';
import { brand, ICON } from './executable/resources.ts';

const BUNDLE = 'dist/tax-server.cjs';
const BUILD_SOURCES = ['build/executable.ts', ...globSync('build/executable/*.ts').sort()];

/**
 * Makes the one file for a platform from the bundle and the pinned Node, and its SHA-256 beside it. Reaches the npm
 * registry the first time. Leaves a file alone that was made from the same sources.
 */
export function makeExecutable(platform: Platform): void {
  const { output } = platform;
  const stamp = join(PKG_HOME, `${basename(output)}.sources`);
  const nodeVersion = provideNode(platform);
  const sources = sha256(BUNDLE, ICON, 'package.json', ...BUILD_SOURCES).concat(` node ${nodeVersion}\n`);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  inject(BUNDLE, platform, nodeVersion);
  if (platform === platforms.windows) {
    brand(
      output,
      JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; description: string },
    );
  }
  // In the form of sha256sum(1).
  writeFileSync(platform.checksum, `${sha256(output)}  ${basename(output)}\n`);
  writeFileSync(stamp, sources);
}

function sha256(...files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** `npm run exe`, or `npm run exe -- linux windows`. */
async function main(names: readonly string[]): Promise<void> {
  await bundle();
  for (const name of names) {
    const platform = Object.hasOwn(platforms, name) ? platforms[name as keyof typeof platforms] : undefined;
    if (!platform) throw new Error(`unknown: ${name}; there are: ${Object.keys(platforms).join(', ')}`);
    makeExecutable(platform);
    console.log(`${platform.output} (${Math.round(statSync(platform.output).size / 1e5) / 10} MB)`);
  }
}

if (import.meta.main) {
  const names = process.argv.slice(2);
  await main(names.length > 0 ? names : ['windows']);
}
