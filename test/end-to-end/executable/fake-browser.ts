import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 15_000;

/** Puts an `xdg-open` in front of the system's, in `bin`, that writes down what it is asked to show. */
export function fakeBrowser(folder: string): void {
  mkdirSync(join(folder, 'bin'));
  const script = '#!/bin/sh\necho "$1" >> "$(dirname "$0")/opened"\n';
  writeFileSync(join(folder, 'bin', 'xdg-open'), script, { mode: 0o755 });
}

/** The addresses that have been opened, once there are so many. */
export async function openedAddresses(folder: string, count: number): Promise<string[]> {
  const file = join(folder, 'bin', 'opened');
  for (const deadline = Date.now() + PATIENCE_MS; ; await wait(50)) {
    const opened = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    if (opened.length >= count) return opened;
    if (Date.now() > deadline) throw new Error(`opened: ${opened.join(', ') || 'nothing'}`);
  }
}
