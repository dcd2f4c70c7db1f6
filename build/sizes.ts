import { readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { DEFERRED } from './deferred.ts';

/** What stands in front of a path that a plugin has answered: `leave-out:`, `deferred:`. */
const NAMESPACE = /^[\w-]+:/;
const PACKAGE = /^(?:.*node_modules\/)?((?:@[^/]+\/)?[^/]+)/;

/** The bytes that each npm package takes in the bundle, by name; of a deferred package those of its compressed text. */
export function sizesOf({ outputs }: Pick<Metafile, 'outputs'>): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const output of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
      if (!file.includes('node_modules/') && !file.startsWith('deferred:')) continue;
      const name = PACKAGE.exec(file.replace(NAMESPACE, ''))?.[1];
      if (name) sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
    }
  }
  return sizes;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>>;
}

export function readLock(): Lock {
  return JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
}

/**
 * The bytes of a package and of all that it needs, directly or not. What a deferred package needs is compressed with it.
 */
export function sizeWithDependencies(
  name: string,
  { packages }: Lock,
  sizes: ReadonlyMap<string, number>,
): number {
  const counted = new Set([name]);
  let total = 0;
  for (const each of counted) {
    total += sizes.get(each) ?? 0;
    if (DEFERRED.includes(each)) continue;
    const { dependencies = {} } = packages[`node_modules/${each}`] ?? {};
    for (const needed of Object.keys(dependencies)) counted.add(needed);
  }
  return total;
}
