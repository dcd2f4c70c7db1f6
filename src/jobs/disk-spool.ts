import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spool } from '../model/spool.ts';

interface Room {
  /** Created with the first file, for this program's user only. */
  readonly folder: () => string;
  /** Of all spools together. */
  readonly maxBytes: number;
  /** Called when the disk refuses. */
  readonly report: (error: unknown) => void;
}

/** Opens spools that share a limit; the file is created with the first bytes. */
export function spoolsIn({ folder, maxBytes, report }: Room): () => Spool {
  let used = 0;

  return () => {
    const name = randomBytes(8).toString('hex');
    let path = '';
    let file: FileHandle | null = null;
    let size = 0;

    /** One answer may use at most as much as it leaves free, so that none takes all the room. */
    function hasRoomFor(bytes: number): boolean {
      return size + bytes <= maxBytes - (used + bytes);
    }

    async function create(): Promise<FileHandle> {
      await mkdir(folder(), { recursive: true, mode: 0o700 });
      path = join(folder(), name);
      return await open(path, 'wx+', 0o600);
    }

    async function append(bytes: Uint8Array): Promise<void> {
      file ??= await create();
      const { bytesWritten } = await file.write(bytes, 0, bytes.length, size);
      if (bytesWritten < bytes.length) throw new Error(`${path}: the disk takes no more`);
      size += bytes.length;
    }

    function makeRoom(): void {
      used -= size;
      size = 0;
    }

    return {
      async write(bytes) {
        if (!hasRoomFor(bytes.length)) return false;
        used += bytes.length;
        try {
          await append(bytes);
          return true;
        } catch (error) {
          used -= bytes.length;
          report(error);
          return false;
        }
      },
      async *read() {
        if (!file || size === 0) return;
        yield* file.createReadStream({ start: 0, end: size - 1, autoClose: false });
        makeRoom();
      },
      async close() {
        makeRoom();
        try {
          await file?.close();
          if (path !== '') await rm(path, { force: true });
        } catch (error) {
          report(error);
        }
      },
    };
  };
}
