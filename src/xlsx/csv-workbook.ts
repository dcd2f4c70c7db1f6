import { Readable } from 'node:stream';
import { UnusableFile } from '../bulk/csv-issues.ts';
import { isColumnName } from '../bulk/own-columns.ts';
import { RESULT_BLOCKS } from '../bulk/result-columns.ts';
import type { Separator } from '../csv/cells.ts';
import { createDecoder } from '../csv/decode.ts';
import { createRecordReader, type RecordReader } from '../csv/records.ts';
import { findFirstLine } from '../csv/sniff.ts';
import type { Language } from '../model/language.ts';
import { columnName, MOST_COLUMNS, MOST_ROWS } from './cell-addresses.ts';
import { numberIn } from './number-in.ts';
import { LONGEST_TEXT } from './shared-texts.ts';
import { fixedParts, HEADER_STYLE, SHEET_END, SHEET_PART, SHEET_START } from './workbook-parts.ts';

const sheetNames: Readonly<Record<Language, string>> = { fr: 'Foyers', en: 'Households' };

/** Columns of a file whose results fit on a sheet. */
export const WIDEST_FILE = MOST_COLUMNS - Math.max(...RESULT_BLOCKS.map(({ length }) => length));

/**
 * Writes a CSV file of this program as a workbook of one sheet, while it comes: amounts and counts as numbers, everything
 * else as text, nothing as a formula.
 *
 * @throws {UnusableFile} from the iteration, when a sheet does not hold as many rows or columns, or the text is no table
 */
export async function* csvWorkbook(
  csv: AsyncIterable<Uint8Array>,
  language: Language,
): AsyncGenerator<Uint8Array> {
  const { default: yazl } = await import('yazl');
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(fixedParts(sheetNames[language])))
    zip.addBuffer(Buffer.from(text), name);
  const sheet = Readable.from(sheetXml(csv), { objectMode: false });
  const output = zip.outputStream as Readable;
  sheet.once('error', (error) => output.destroy(error));
  zip.addReadStream(sheet, SHEET_PART);
  zip.end();
  try {
    yield* output;
  } finally {
    sheet.destroy();
  }
}

async function* sheetXml(csv: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = createDecoder();
  const rows = rowReader();
  yield SHEET_START;
  for await (const chunk of csv) {
    const xml = rows.read(decoder.decode(chunk), false);
    if (xml !== '') yield xml;
  }
  yield rows.read(decoder.end(), true) + SHEET_END;
}

/** Turns text into the XML of rows, however it is cut. */
function rowReader() {
  let beginning = '';
  let reader: RecordReader | null = null;
  let xml = '';
  let row = 0;

  function onRecord(cells: readonly string[], separator: Separator): void {
    row += 1;
    if (row > MOST_ROWS) throw new UnusableFile({ code: 'tooManyRows', most: MOST_ROWS });
    if (cells.length > MOST_COLUMNS) throw new UnusableFile({ code: 'tooManyColumns', most: MOST_COLUMNS });
    xml += rowXml(row, cells, separator);
  }

  function begin(text: string, isEnd: boolean): void {
    beginning += text;
    const first = findFirstLine(beginning, isEnd, isColumnName);
    if (first === null) return;
    if ('code' in first) {
      if (first.code === 'empty') return;
      throw new UnusableFile(first);
    }
    const { separator, line, start } = first;
    reader = createRecordReader(separator, line, ({ cells, text }) =>
      onRecord(cells ?? [text ?? ''], separator),
    );
    reader.read(beginning.slice(start));
  }

  return {
    read(text: string, isEnd: boolean): string {
      xml = '';
      if (reader) reader.read(text);
      else begin(text, isEnd);
      if (isEnd) reader?.end();
      return xml;
    },
  };
}

function rowXml(row: number, cells: readonly string[], separator: Separator): string {
  const style = row === 1 ? ` s="${HEADER_STYLE}"` : '';
  let xml = `<row r="${row}">`;
  for (const [index, cell] of cells.entries()) {
    if (cell === '') continue;
    const number = row === 1 ? null : numberIn(cell, separator);
    const at = `<c r="${columnName(index)}${row}"${style}`;
    xml +=
      number === null
        ? `${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
        : `${at}><v>${number}</v></c>`;
  }
  return `${xml}</row>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .replace(/[&<>]|[^\t\n\r\x20-\ufffd\u{10000}-\u{10ffff}]/gu, (found) => ENTITIES[found] ?? ' ');
}
