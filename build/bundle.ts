import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { assetLoaders, yamlData } from './assets.ts';
import { deferredPackages } from './deferred.ts';
import { leaveOut } from './left-out.ts';
import { nodeGuard } from './node-guard.ts';
import { pageAssets } from './page-assets.ts';
import { sizesOf } from './sizes.ts';
import { type Part, partsOf, thirdPartyLicenses } from './third-party.ts';

const OUTPUT = 'dist/tax-server.cjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** The checked out commit, `-dirty` when files have changed since; empty outside of a checkout or without git. */
function commit(): string {
  const { status, stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

/** How every part of the bundle is made. */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Optional native helpers of the drivers: not installed, and not needed.
  external: ['pg-native', 'cloudflare:sockets'],
} as const satisfies BuildOptions;

interface Contents {
  readonly options: BuildOptions & { readonly define: Record<string, string> };
  readonly parts: readonly Part[];
  /** Bytes in the bundle, by package. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** What goes into the bundle; writes nothing. */
export async function contentsOfBundle(): Promise<Contents> {
  const forPages = pageAssets();
  const deferred = deferredPackages({ ...common, plugins: [leaveOut] });
  const options = {
    ...common,
    entryPoints: ['src/main.ts'],
    outfile: OUTPUT,
    banner: { js: nodeGuard },
    loader: assetLoaders,
    plugins: [yamlData, leaveOut, forPages.plugin, deferred.plugin],
  };
  const define = {
    // Nothing sets it on a double click, and Express then shows stack traces.
    'process.env.NODE_ENV': '"production"',
    TAX_SERVER_VERSION: JSON.stringify(version),
    TAX_SERVER_COMMIT: JSON.stringify(commit()),
  };
  const { metafile } = await build({ ...options, define, metafile: true, write: false });
  const parts = partsOf([...Object.keys(metafile.inputs), ...forPages.inputs, ...deferred.inputs]);
  return { options: { ...options, define }, parts, sizes: sizesOf(metafile) };
}

/**
 * Inlines every layer, template, style sheet and tax year into one file that runs on Node alone, with the licences of
 * what it contains.
 *
 * @returns the packages that are in it
 */
export async function bundle(): Promise<readonly Part[]> {
  // Once to know what goes in, and once with the licences of that.
  const { options, parts } = await contentsOfBundle();
  const licenses = brotliCompressSync(thirdPartyLicenses(parts)).toString('base64');
  await build({ ...options, define: { ...options.define, TAX_SERVER_LICENSES: JSON.stringify(licenses) } });
  return parts;
}

if (import.meta.main) await bundle();
