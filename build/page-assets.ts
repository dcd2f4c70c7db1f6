import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { PurgeCSS } from 'purgecss';

/** Where the names of classes are written. */
const MENTIONS_OF_CLASSES = ['views/**/*.mustache', 'src/web/pages/**/*.ts', 'src/browser/**/*.ts'];

/** Bootstrap without the rules of classes that no page mentions: a tenth of it. Our own rules are all kept. */
const usedOfBootstrap: Plugin = {
  name: 'used-of-bootstrap',
  setup({ onLoad }) {
    onLoad({ filter: /bootstrap\.min\.css$/ }, async ({ path }) => {
      const [purged] = await new PurgeCSS().purge({
        content: MENTIONS_OF_CLASSES,
        css: [{ raw: readFileSync(path, 'utf8') }],
      });
      if (!purged) throw new Error(`PurgeCSS left nothing of ${path}.`);
      return { contents: purged.css, loader: 'css' };
    });
  },
};

/** A style sheet or a script with all that it imports, as one file for the browser, and the files that are in it. */
export async function bundleForPages(
  entry: string,
): Promise<{ readonly text: string; readonly inputs: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [usedOfBootstrap],
  });
  return { text: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) };
}

/** How the sources import such a file, as text: `import style from './app.css?bundled'`. */
const BUNDLED = /\?bundled$/;

export function isBundled(source: string): boolean {
  return BUNDLED.test(source);
}

export function entryOf(folder: string, source: string): string {
  return resolve(folder, source.replace(BUNDLED, ''));
}

/** The imports of `…?bundled` in the server's bundle; `inputs` tells afterwards what came in that way. */
export function pageAssets(): { readonly plugin: Plugin; readonly inputs: ReadonlySet<string> } {
  const inputs = new Set<string>();
  const plugin: Plugin = {
    name: 'page-assets',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: BUNDLED }, ({ path, resolveDir }) => ({
        path: entryOf(resolveDir, path),
        namespace: 'page-assets',
      }));
      onLoad({ filter: /./, namespace: 'page-assets' }, async ({ path }) => {
        const bundled = await bundleForPages(path);
        for (const input of bundled.inputs) inputs.add(input);
        return { contents: bundled.text, loader: 'text' };
      });
    },
  };
  return { plugin, inputs };
}
