import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';

/** How each kind of asset enters the bundle, and so the one executable: nothing is read from disk at run time. */
export const assetLoaders = {
  '.mustache': 'text',
  '.css': 'text',
  '.svg': 'text',
  '.yaml': 'text',
  '.ico': 'binary',
  '.png': 'binary',
  '.jpg': 'binary',
} as const;

const PREFIX = '\0asset:';

/** The same imports under Vitest, which otherwise treats a style sheet or a picture as a browser's. */
export function vitestAssets() {
  return {
    name: 'tax-server-assets',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined) {
      if (!importer || !(extname(source) in assetLoaders)) return null;
      const file = source.startsWith('.')
        ? resolve(dirname(importer), source)
        : resolve('node_modules', source);
      return `${PREFIX}${file}.asset`;
    },
    load(id: string) {
      if (!id.startsWith(PREFIX)) return null;
      const file = id.slice(PREFIX.length, -'.asset'.length);
      const kind = assetLoaders[extname(file) as keyof typeof assetLoaders];
      const content = readFileSync(file);
      return kind === 'text'
        ? `export default ${JSON.stringify(content.toString('utf8'))};`
        : `export default Uint8Array.from(atob(${JSON.stringify(content.toString('base64'))}), (c) => c.charCodeAt(0));`;
    },
  };
}
