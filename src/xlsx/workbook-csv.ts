import { UnusableFile } from '../bulk/csv-issues.ts';
import type { Separator } from '../csv/cells.ts';
import { isBlankOrComment } from '../csv/sniff.ts';
import type { Language } from '../model/language.ts';
import { cellTexts } from './cell-texts.ts';
import { numberKinds } from './number-formats.ts';
import { type Outline, readOutline } from './outline.ts';
import { sharedTexts } from './shared-texts.ts';
import { type SheetRow, sheetReader } from './sheet-rows.ts';
import { LARGEST, openZip, type ZipParts } from './zip-parts.ts';

/** The sheet that was read. */
export interface ReadSheet {
  readonly name: string;
  /** The number of sheets that were not, without hidden ones. */
  readonly others: number;
}

/** A sheet as the bytes of a CSV file, whose lines have the numbers of the rows. */
export interface SheetCsv extends AsyncIterable<Uint8Array> {
  readonly sheet: ReadSheet;
}

/** The separators for programs in each language. */
const SEPARATORS: Readonly<Record<Language, Separator>> = { fr: ';', en: ',' };

/**
 * Reads the first sheet of a workbook as CSV. Formulas are not evaluated: their stored value is read. Memory does not grow
 * with the sheet, only with the texts that its cells share.
 *
 * @throws {UnusableFile} at once when the file is no workbook, or while it is read
 */
export async function workbookCsv(path: string, language: Language): Promise<SheetCsv> {
  const outline = await outlineOf(path);
  return {
    sheet: { name: outline.sheet.name, others: outline.otherSheets },
    async *[Symbol.asyncIterator]() {
      try {
        yield* sheetText(path, outline, language);
      } catch (error) {
        throw unusable(error);
      }
    },
  };
}

/** Leaves nothing open: the sheet may be read much later, or never. */
async function outlineOf(path: string): Promise<Outline> {
  try {
    const zip = await openZip(path);
    return await readOutline(zip).finally(zip.close);
  } catch (error) {
    throw unusable(error);
  }
}

async function* sheetText(path: string, outline: Outline, language: Language): AsyncGenerator<Uint8Array> {
  const zip = await openZip(path);
  try {
    yield* textOf(zip, outline, language);
  } finally {
    zip.close();
  }
}

async function* textOf(zip: ZipParts, outline: Outline, language: Language): AsyncGenerator<Uint8Array> {
  const { sheet, texts, styles, countsFrom1904 } = outline;
  const context = {
    sharedTexts: await sharedTexts(zip, texts),
    numberKinds: await numberKinds(styles === null ? '' : await zip.read(styles)),
    texts: cellTexts(language, countsFrom1904),
  };
  const lines = rowLines(SEPARATORS[language]);
  let text = '';
  const reader = await sheetReader(context, {
    row: (row) => {
      text += lines(row);
    },
    merged: (range) => {
      throw new UnusableFile({ code: 'mergedCells', range });
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of await zip.open(sheet.part, LARGEST.sheet)) {
    reader.read(decoder.decode(chunk, { stream: true }));
    if (text !== '') yield Buffer.from(text);
    text = '';
  }
  reader.end();
}

/** Writes rows as lines: an empty one for each row that is not there, and as many cells as the first line has names. */
function rowLines(separator: Separator): (row: SheetRow) => string {
  let line = 0;
  let width = 0;
  return ({ number, cells }) => {
    const before = '\n'.repeat(number - line - 1);
    line = number;
    if (cells.length === 0) return `${before}\n`;
    const text = cells.map((cell) => cellText(cell, separator)).join(separator);
    if (width === 0 && !isBlankOrComment(text)) width = cells.length;
    return `${before}${text}${separator.repeat(Math.max(0, width - cells.length))}\n`;
  };
}

/** On one line, so that lines keep the numbers of the rows. */
function cellText(text: string, separator: Separator): string {
  const line = /\p{Cc}/u.test(text) ? text.replace(/\p{Cc}+/gu, ' ') : text;
  return line.includes(separator) || line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line;
}

/** An error of the disk is not the workbook's fault; all others are. */
function unusable(error: unknown): unknown {
  const isOther = error instanceof UnusableFile || (error instanceof Error && 'syscall' in error);
  return isOther ? error : new UnusableFile({ code: 'damagedWorkbook' }, error);
}
