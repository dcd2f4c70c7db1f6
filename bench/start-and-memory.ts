import { compareStarts } from './compare-starts.ts';
import type { Row } from './row.ts';
import { startBaseline, startTaxServer } from './servers.ts';

/** The bundle against a bare Express server. */
export function startAndMemoryBench(): Promise<Row[]> {
  return compareStarts(
    { name: 'bare Express', start: startBaseline },
    { name: 'tax-server', start: startTaxServer },
    { start: 2, memory: 1.6 },
  );
}
