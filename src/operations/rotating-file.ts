import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';

/** A text file that starts again at a size; `file` is absolute. */
export interface LineFileSettings {
  readonly file: string;
  /** Bytes after which a new file is begun. */
  readonly max_size: number;
  /** Former files that are kept beside the current one. */
  readonly keep: number;
}

/** For this program's user and a group that collects logs: sign-ins and incomes are not for everybody. */
export const LOG_MODE = 0o640;

/** Milliseconds after which the file is opened again. */
export const OPEN_MS = 1_000;

export interface RotatingFile {
  /**
   * Appends whole lines, or throws the system's error; one call at a time. A line that no longer fits begins the next
   * file: a file exceeds its size only if it is a single line.
   */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

interface OpenFile {
  readonly handle: FileHandle;
  readonly until: number;
  size: number;
}

/**
 * A file of whole lines that starts again at a size; former ones become `file.1`, the latest, to `file.<keep>`. While
 * written, it is opened again every second: after somebody moves or deletes it, there is a new one.
 */
export function rotatingFile({ file, max_size, keep }: LineFileSettings): RotatingFile {
  let opened: OpenFile | null = null;
  let limit = max_size;
  let hasFailed = false;

  async function reopened(): Promise<OpenFile> {
    await close();
    const handle = await openToAppend(file);
    const { size } = await handle.stat();
    opened = { handle, size, until: performance.now() + OPEN_MS };
    return opened;
  }

  async function close(): Promise<void> {
    const former = opened;
    opened = null;
    await former?.handle.close();
  }

  const current = async () => (opened && performance.now() < opened.until ? opened : await reopened());

  async function write(bytes: Buffer): Promise<void> {
    const file = await current();
    await file.handle.appendFile(bytes);
    file.size += bytes.length;
  }

  async function makeRoom(size: number): Promise<void> {
    await close();
    // A file held open, as on Windows, continues for another length.
    limit = (await beginAnew(file, keep)) ? max_size : size + max_size;
  }

  async function writeLines(text: string): Promise<void> {
    const isCutOff = hasFailed && (await endsInLine((await current()).handle));
    let rest = Buffer.from(isCutOff ? `\n${text}` : text);
    while (rest.length > 0) {
      const end = fittingLines(rest, limit - (await current()).size, max_size);
      if (end > 0) await write(rest.subarray(0, end));
      rest = rest.subarray(end);
      const { size } = await current();
      if (rest.length > 0 || size >= limit) await makeRoom(size);
    }
  }

  return {
    async append(text) {
      try {
        await writeLines(text);
        hasFailed = false;
      } catch (error) {
        hasFailed = true;
        await close().catch(() => undefined);
        throw error;
      }
    },
    close,
  };
}

async function openToAppend(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'a+', LOG_MODE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolder(dirname(file));
    return open(file, 'a+', LOG_MODE);
  }
}

const LINE_END = 10;

/** The bytes of the first lines that fit; of one line when it would not fit into an empty file either. */
function fittingLines(bytes: Buffer, room: number, max_size: number): number {
  if (bytes.length <= room) return bytes.length;
  const end = room > 0 ? bytes.lastIndexOf(LINE_END, room - 1) + 1 : 0;
  return end > 0 || room < max_size ? end : bytes.indexOf(LINE_END) + 1 || bytes.length;
}

/** Whether the last line was cut off by a full disk: the next line must not continue it. */
async function endsInLine(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}

/** Renames the file and its predecessors; false when that made no room for a new one. */
async function beginAnew(file: string, keep: number): Promise<boolean> {
  const nameOf = (number: number) => (number === 0 ? file : `${file}.${number}`);
  let isMoved = false;
  for (let number = keep; number > 0; number -= 1)
    isMoved = await succeeds(rename(nameOf(number - 1), nameOf(number)));
  // Programs that follow the log find the new file at once.
  if (isMoved) await succeeds(openToAppend(file).then((handle) => handle.close()));
  return isMoved;
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
