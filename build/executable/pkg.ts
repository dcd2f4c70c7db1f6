import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
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
}
