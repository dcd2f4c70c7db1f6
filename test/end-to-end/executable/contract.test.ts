import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { stringify } from 'yaml';
import { plainAndFull, type Serve, servedSuites } from '../contract/served-suites.ts';
import { installExecutable } from '../support/executable.ts';
import { freePort } from '../support/free-port.ts';

describe.each(plainAndFull)('dist/tax-server, alias "$alias", tokens $tokens', (mounting) => {
  servedSuites(mounting, serveByExecutable);
});

/** The real file, with a configuration beside it. */
const serveByExecutable: Serve = async ({ server, ...rest }) => {
  const { folder, start, remove } = installExecutable();
  const port = await freePort();
  writeFileSync(join(folder, 'config.yaml'), stringify({ server: { ...server, port }, ...rest }));
  try {
    await start({ args: ['--no-open'] }).says(/^tax-server ready on /m);
  } catch (error) {
    await remove();
    throw error;
  }
  return { origin: `http://127.0.0.1:${port}`, stop: remove };
};
