import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const TRIES = 20;
const TRY_AGAIN_MS = 12;

export async function readJson<Content>(path: string): Promise<Content> {
  return JSON.parse(await readFile(path, 'utf8')) as Content;
}

export async function writeJson(path: string, content: unknown): Promise<void> {
  await writeFile(path, JSON.stringify(content), { mode: 0o600, flush: true });
}

/** Windows refuses to replace a file while somebody reads it. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (tries === TRIES || !isBusy(error)) throw error;
      await wait(TRY_AGAIN_MS);
    }
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';
export const isAbsent = (error: unknown) => ['ENOENT', 'ENOTDIR', 'ESTALE'].includes(codeOf(error));
const isBusy = (error: unknown) => ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));
