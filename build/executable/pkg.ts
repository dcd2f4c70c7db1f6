import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { PKG_HOME } from './node-binary.ts';
import type { Platform } from './platforms.ts';

/**
 * Puts the bundle into the platform's Node.
 *
 * @throws when this process runs on another Node: the bundle is prepared by the version that will read it
 */
export function inject(bundle: string, { nodeName, output }: Platform, nodeVersion: string): void {
  if (process.version !== `v${nodeVersion}`) {
    throw new Error(`this is Node ${process.version}; run it by npm, which takes the pinned ${nodeVersion}`);
  }
  // The whole version: pkg asks the network what a shorter one means.
  const target = `node${nodeVersion}-${nodeName}`;
  const pkg = resolve('node_modules/@yao-pkg/pkg/lib-es5/bin.js');
  execFileSync(process.execPath, [pkg, '--sea', '--target', target, '--output', output, bundle], {
    env: { ...process.env, HOME: PKG_HOME, USERPROFILE: PKG_HOME },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  renameBundle(output, bundle);
}

/**
 * Node names the bundle in stack traces by the path that it had when the executable was made. That path tells of the machine
 * of whoever made it: the bundle's name takes its place, led by as many slashes as keep its length.
 *
 * @throws when the path is not there
 */
function renameBundle(executable: string, bundle: string): void {
  const path = Buffer.from(resolve(bundle));
  const name = Buffer.from(basename(bundle).padStart(path.length, '/'));
  const bytes = readFileSync(executable);
  let place = bytes.indexOf(path);
  if (place < 0) throw new Error(`${executable} does not name ${bundle}: has pkg changed?`);
  for (; place >= 0; place = bytes.indexOf(path, place)) name.copy(bytes, place);
  writeFileSync(executable, bytes);
}
