import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platforms } from '../build/executable/platforms.ts';
import { makeExecutable } from '../build/executable.ts';
import { compareStarts } from './compare-starts.ts';
import type { Row } from './row.ts';
import { startTaxServer } from './servers.ts';

/**
 * The one file against the bundle that is in it, run by Node. It is a copy, as on the disk of who uses it: of a file that
 * was just built, the system keeps larger pieces in memory.
 */
export async function executableBench(): Promise<Row[]> {
  makeExecutable(platforms.linux);
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-bench-'));
  const executable = join(folder, 'tax-server');
  copyFileSync(platforms.linux.output, executable);
  try {
    return await compareStarts(
      { name: 'dist/tax-server.cjs', start: startTaxServer },
      { name: 'dist/tax-server', start: () => startTaxServer([executable]) },
      { start: 1.3, memory: 1.15 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
