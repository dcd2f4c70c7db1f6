import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { contentsOfBundle } from '../../../build/bundle.ts';

const LIST = /migrations\/migrations\.ts$/;
const NEXT = resolve('test/end-to-end/support/next-migration.ts');

/** Puts one more step at the end of the list of migrations. */
const withNextMigration: Plugin = {
  name: 'next-migration',
  setup({ onLoad }) {
    onLoad({ filter: LIST }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(/,?\s*\];\s*$/, ', nextMigration];');
      if (contents === source) throw new Error(`no list of migrations in ${path}`);
      return {
        contents: `import { nextMigration } from ${JSON.stringify(NEXT)};\n${contents}`,
        loader: 'ts',
      };
    });
  },
};

/** Builds the program that follows this one, as far as the tables go. */
export async function buildNextVersion(outfile: string): Promise<void> {
  const { options } = await contentsOfBundle();
  const define = { ...options.define, TAX_SERVER_VERSION: '"next"', TAX_SERVER_LICENSES: '""' };
  await build({ ...options, outfile, define, plugins: [withNextMigration, ...(options.plugins ?? [])] });
}
