import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Entry, ZipFile } from 'yauzl';
import { UnusableFile } from '../bulk/csv-issues.ts';

/** Parts of a workbook are a few dozen: its pictures, comments and sheets. */
const MOST_PARTS = 10_000;

/** Bytes in the list, of one part. */
const LONGEST_ENTRY = 2_048;

const MEBIBYTE = 1024 * 1024;

/** How large a part may be once it is unpacked, in bytes. */
export const LARGEST = {
  /** What names the sheets and formats: it is kept in memory. */
  outline: 4 * MEBIBYTE,
  /** The texts of all cells: they are kept in memory. */
  texts: 64 * MEBIBYTE,
  /** A sheet passes through: a million rows of ten columns have 450 MB. */
  sheet: 512 * MEBIBYTE,
} as const;

/** The parts of a workbook, which is a ZIP archive. */
export interface ZipParts {
  has(name: string): boolean;
  /** @throws {UnusableFile} when it would unpack to more than `most` bytes */
  open(name: string, most: number): Promise<Readable>;
  /** The text of a part; nothing when it is not there. */
  read(name: string): Promise<string>;
  close(): void;
}

/**
 * Opens an archive by the list at its end; nothing is unpacked yet.
 *
 * @throws {UnusableFile}
 */
export async function openZip(path: string): Promise<ZipParts> {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
  try {
    return partsOf(zip, await entriesOf(zip));
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (isShort(entry)) entries.set(entry.fileName, entry);
    if (count > MOST_PARTS) throw new UnusableFile({ code: 'notText', kind: 'archive' });
  }
  return entries;
}

/** What the list says of a part is kept; none that is read here has a long name or comment. */
function isShort({ fileNameLength, extraFieldLength, fileCommentLength }: Entry): boolean {
  return fileNameLength + extraFieldLength + fileCommentLength <= LONGEST_ENTRY;
}

function partsOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): ZipParts {
  async function open(name: string, most: number): Promise<Readable> {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`no part ${name}`);
    if (entry.isEncrypted()) throw new UnusableFile({ code: 'encryptedWorkbook' });
    // More bytes than the archive announces are an error of the stream.
    if (entry.uncompressedSize > most) throw new UnusableFile({ code: 'workbookTooLarge', most });
    return await zip.openReadStreamPromise(entry);
  }

  return {
    open,
    has: (name) => entries.has(name),
    read: async (name) => (entries.has(name) ? text(await open(name, LARGEST.outline)) : ''),
    close: () => zip.close(),
  };
}
