import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Never for everybody to write into, whatever the umask. */
const FOLDER_MODE = 0o755;

/**
 * Makes a folder with those above it, if they are not there. Node's own `recursive` never returns where the system says
 * ENOENT although the folder above exists, as in Linux' /proc.
 *
 * @throws the system's error
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: FOLDER_MODE });
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw error;
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** `\\\\server\\share` at the beginning of a Windows path. */
const SHARE = /^\\\\[^\\]+\\[^\\]+/;

/** What is not there of the folder that a file would be in: the share or the folder; null when the folder is there. */
export function missingFolder(file: string): string | null {
  const folder = dirname(file);
  if (existsSync(folder)) return null;
  const [share] = SHARE.exec(file) ?? [];
  return share !== undefined && !existsSync(share) ? share : folder;
}
