import { stat, writeFile } from 'node:fs/promises';

/** The file for the comparison, in an instance's own folder: also its sign of life there. */
export const CLOCK = 'clock';

/** The time of the file system: the same for all machines that share it, however their own clocks differ. */
export interface FolderClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Compares the machine's clock with that of the file system. */
  measure(): Promise<void>;
}

/** @param file written for the comparison; used by this instance only */
export function folderClock(file: () => string, machine: () => number): FolderClock {
  let ahead = 0;
  return {
    now: () => machine() + ahead,
    async measure() {
      const before = machine();
      await writeFile(file(), '', { mode: 0o600, flush: true });
      const { mtimeMs } = await stat(file());
      ahead = mtimeMs - (before + machine()) / 2;
    },
  };
}
