import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { parse } from 'yaml';
import { bundleForPages, entryOf, isBundled } from './page-assets.ts';

/** How each kind of asset enters the bundle, and so the one executable: nothing is read from disk at run time. */
export const assetLoaders = {
  '.mustache': 'text',
  '.svg': 'text',
  '.ico': 'binary',
  '.png': 'binary',
  '.jpg': 'binary',
} as const;

/** YAML data is parsed here and not at each start. */
export const yamlData: Plugin = {
  name: 'yaml-data',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: JSON.stringify(parse(readFileSync(path, 'utf8'))),
      loader: 'json',
    }));
  },
};

const PREFIX = '\0asset:';
const BUNDLED_PREFIX = '\0bundled:';

/** The same imports under Vitest, which otherwise treats a style sheet or a picture as a browser's. */
export function vitestAssets() {
  return {
    name: 'tax-server-assets',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined) {
      if (!importer) return null;
      if (isBundled(source)) return `${BUNDLED_PREFIX}${entryOf(dirname(importer), source)}.asset`;
      if (!isAsset(source)) return null;
      const file = source.startsWith('.')
        ? resolve(dirname(importer), source)
        : resolve('node_modules', source);
      return `${PREFIX}${file}.asset`;
    },
    async load(id: string) {
      if (id.startsWith(BUNDLED_PREFIX)) {
        const { text } = await bundleForPages(fileOf(id, BUNDLED_PREFIX));
        return `export default ${JSON.stringify(text)};`;
      }
      return id.startsWith(PREFIX) ? `export default ${expression(fileOf(id, PREFIX))};` : null;
    },
  };
}

function fileOf(id: string, prefix: string): string {
  return id.slice(prefix.length, -'.asset'.length);
}

function isAsset(file: string): boolean {
  return extname(file) === '.yaml' || extname(file) in assetLoaders;
}

/** The asset as a JavaScript expression. */
function expression(file: string): string {
  const content = readFileSync(file);
  if (extname(file) === '.yaml') return JSON.stringify(parse(content.toString('utf8')));
  return assetLoaders[extname(file) as keyof typeof assetLoaders] === 'text'
    ? JSON.stringify(content.toString('utf8'))
    : `Uint8Array.from(atob(${JSON.stringify(content.toString('base64'))}), (c) => c.charCodeAt(0))`;
}
