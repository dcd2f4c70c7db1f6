import { dirname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/**
 * Packages that a default start does not need. Node reads the whole bundle at every start: these stay compressed text in
 * it until something imports them (docs/decisions/0013-deferred-packages.md).
 */
export const DEFERRED = [
  '@redis/client',
  'busboy',
  'mysql2',
  'nodemailer',
  'pg',
  'prom-client',
  'sax',
  'yauzl',
  'yazl',
];

const NAMESPACE = 'deferred';
/** Tells our own look-up of a package from the one that it answers. */
const OWN_LOOKUP = Symbol('own look-up');

/** Bundles each deferred package on its own and puts the text of it in its place. `inputs` are the files that went in. */
export function deferredPackages(options: BuildOptions): { plugin: Plugin; inputs: ReadonlySet<string> } {
  const filter = new RegExp(`^(${DEFERRED.join('|')})(/|$)`);
  const inputs = new Set<string>();
  const plugin: Plugin = {
    name: 'defer-packages',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter }, async ({ path, pluginData, kind, resolveDir }) => {
        if (pluginData === OWN_LOOKUP) return null;
        const { errors, path: file } = await resolve(path, { kind, resolveDir, pluginData: OWN_LOOKUP });
        // Under its bare name: the extension of the file would tell how to read what takes its place.
        return errors.length > 0 ? { errors } : { path, namespace: NAMESPACE, pluginData: file };
      });
      onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ pluginData: file }) => {
        const made = await build({ ...options, entryPoints: [file], write: false, metafile: true });
        for (const input of Object.keys(made.metafile.inputs)) inputs.add(input);
        const text = made.outputFiles.map(({ contents }) => contents);
        return { contents: loaderOf(Buffer.concat(text)), resolveDir: dirname(file) };
      });
    },
  };
  return { plugin, inputs };
}

/** A module that compiles the package when it is first required. */
function loaderOf(bundle: Uint8Array): string {
  const text = JSON.stringify(brotliCompressSync(bundle).toString('base64'));
  return `const { brotliDecompressSync } = require('node:zlib');
const { compileFunction } = require('node:vm');
const source = brotliDecompressSync(Buffer.from(${text}, 'base64')).toString();
compileFunction(source, ['exports', 'require', 'module'])(exports, require, module);`;
}
