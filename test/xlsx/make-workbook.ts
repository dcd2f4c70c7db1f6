import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

/** What a workbook of a test has beside its first sheet. */
export interface WorkbookParts {
  /** The XML between the elements of the sheet. */
  readonly sheet: string;
  readonly sharedTexts?: readonly string[];
  /** The formats of the styles 1, 2… by code. */
  readonly formats?: readonly string[];
  /** As XML; by default one sheet. */
  readonly sheets?: string;
  readonly date1904?: boolean;
  /** By name: parts of other archives, or in the place of these. Null: without it. */
  readonly parts?: Readonly<Record<string, string | Buffer | null>>;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (items: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships>${items.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** A workbook as spreadsheets write it, in bytes. */
export async function workbook({
  sheet,
  sharedTexts = [],
  formats = [],
  sheets = '<sheet name="Feuil1" sheetId="1" r:id="r1"/>',
  date1904 = false,
  parts = {},
}: WorkbookParts): Promise<Buffer> {
  const all: Record<string, string | Buffer | null> = {
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><workbookPr date1904="${Number(date1904)}"/><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', '/xl/styles.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['chartsheet', 'chartsheets/sheet1.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${sharedTexts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`,
    ...parts,
  };
  return zipOf(all);
}

export async function zipOf(parts: Readonly<Record<string, string | Buffer | null>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts))
    if (content !== null) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** The XML of rows of texts and numbers. */
export function rowsOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellOf(cell, column, row)).join('')}</row>`,
    )
    .join('');
}

function cellOf(cell: string | number | null, column: number, row: number): string {
  const at = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (cell === null) return `<c r="${at}" s="0"/>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}
