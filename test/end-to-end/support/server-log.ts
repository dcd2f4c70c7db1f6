import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningServer } from './tax-server.ts';

/** Lines reach the file in batches, under load late. */
const BATCH_MS = 200;

/** The log file of a server, with what it has just written. */
export async function logOf(server: RunningServer): Promise<string> {
  await wait(BATCH_MS);
  const file = join(server.folder, 'logs/tax-server.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
