import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import icon from '../../../views/assets/favicon.svg';
import drawing from '../../../views/assets/images/cherry-tree.svg';
import picture from '../../../views/assets/images/logo.jpg';
import style from '../../../views/styles/app.css?bundled';
import script from '../../browser/app.ts?bundled';

/** A static file of the pages, from memory. Its compressed forms are made once, at the first request. */
export interface Asset {
  readonly type: string;
  /** True when the address changes with the content, so that browsers may keep it for ever. */
  readonly immutable: boolean;
  readonly identity: Uint8Array;
  readonly br: () => Uint8Array;
  readonly gzip: () => Uint8Array;
}

const CSS = 'text/css; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';
const SVG = 'image/svg+xml';

const withHash = {
  'app.css': asset(CSS, style),
  'app.js': asset(JAVASCRIPT, script),
  'favicon.svg': asset(SVG, icon),
  'images/cherry-tree.svg': asset(SVG, drawing),
};

/** Files at an address that the contract fixes (§1.1). */
const atFixedAddress = { 'images/logo.jpg': asset('image/jpeg', picture, false) };

export type AssetName = keyof typeof withHash | keyof typeof atFixedAddress;

const paths = once(
  () =>
    new Map<string, string>([
      ...Object.entries(withHash).map(([name, { identity }]) => [name, hashedPath(name, identity)] as const),
      ...Object.keys(atFixedAddress).map((name) => [name, `/static/${name}`] as const),
    ]),
);

const byPath = once(
  () =>
    new Map<string, Asset>(
      Object.entries({ ...withHash, ...atFixedAddress }).map(([name, file]) => [assetPath(name), file]),
    ),
);

/** The address of an asset inside the application, without alias. Throws for a name that is not in the table. */
export function assetPath(name: string): string {
  const path = paths().get(name);
  if (path === undefined) throw new Error(`There is no asset [${name}].`);
  return path;
}

/** The asset at an address, if any. */
export function findAsset(path: string): Asset | undefined {
  return byPath().get(path);
}

function hashedPath(name: string, content: Uint8Array): string {
  return `/static/${createHash('sha256').update(content).digest('base64url').slice(0, 12)}/${name}`;
}

function asset(type: string, content: string | Uint8Array, immutable = true): Asset {
  const identity = Buffer.from(content);
  return {
    type,
    immutable,
    identity,
    br: once(() => brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
    gzip: once(() => gzipSync(identity, { level: 9 })),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
