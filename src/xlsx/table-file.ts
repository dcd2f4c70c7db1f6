import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { UnusableFile } from '../bulk/csv-issues.ts';
import { BEGINNING, otherKind } from '../csv/sniff.ts';
import type { Language } from '../model/language.ts';
import { type ReadSheet, workbookCsv } from './workbook-csv.ts';

/** A file as a table of text, in any format. */
export interface TableFile extends AsyncIterable<Uint8Array> {
  /** The sheet of a workbook; null for a text file. */
  readonly sheet: ReadSheet | null;
}

const READ_BYTES = 256 * 1024;

/**
 * Opens a CSV file or a workbook, by what it is and not by what it is called.
 *
 * @throws {UnusableFile} when it is a workbook of another kind, or an encrypted one; or while it is read
 */
export async function openTable(path: string, language: Language, signal?: AbortSignal): Promise<TableFile> {
  const file = await open(path);
  try {
    const kind = otherKind(await bytesAt(file, 0, BEGINNING));
    if (kind === 'zip') return await workbookCsv(path, language);
    if (kind === 'oldExcel' && (await isEncrypted(file)))
      throw new UnusableFile({ code: 'encryptedWorkbook' });
  } finally {
    await file.close();
  }
  const options = { highWaterMark: READ_BYTES, ...(signal && { signal }) };
  return {
    sheet: null,
    [Symbol.asyncIterator]: () => createReadStream(path, options)[Symbol.asyncIterator](),
  };
}

/** Of the compound files in which Office keeps old documents, and new ones that have a password ([MS-CFB] § 2.2). */
const HEADER = { bytes: 512, sectorShift: 30, firstDirectory: 48 } as const;
/** The names of the first streams; that of the encrypted document is among them ([MS-OFFCRYPTO] § 2.3.4). */
const DIRECTORY_BYTES = 4_096;
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

async function isEncrypted(file: FileHandle): Promise<boolean> {
  const header = await bytesAt(file, 0, HEADER.bytes);
  if (header.length < HEADER.bytes) return false;
  const shift = header.readUInt16LE(HEADER.sectorShift);
  const sector = header.readUInt32LE(HEADER.firstDirectory);
  const directory = await bytesAt(file, (sector + 1) * 2 ** Math.min(shift, 12), DIRECTORY_BYTES);
  return directory.includes(ENCRYPTED);
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
