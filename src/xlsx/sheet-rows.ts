import { UnusableFile } from '../bulk/csv-issues.ts';
import { LONGEST_RECORD } from '../csv/records.ts';
import { columnIndex, columnName, MOST_COLUMNS, MOST_ROWS, SHEET_COLUMNS } from './cell-addresses.ts';
import type { CellTexts } from './cell-texts.ts';
import type { NumberKind } from './number-formats.ts';
import { LONGEST_TEXT, textCollector } from './shared-texts.ts';
import { type XmlReader, xmlReader } from './xml-reader.ts';

/** A row with the texts of its cells; missing ones are empty. */
export interface SheetRow {
  /** From 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** The data that the cells of a sheet refer to. */
export interface SheetContext {
  readonly sharedTexts: readonly string[];
  readonly numberKinds: readonly NumberKind[];
  readonly texts: CellTexts;
}

export interface SheetListener {
  row(row: SheetRow): void;
  /** Only the first of merged cells has a value. */
  merged(range: string): void;
}

type Attributes = Readonly<Record<string, string>>;

/**
 * How to read values by the type of their cell; other types are texts. A wrong value is an error: an empty cell in its place
 * would count as 0.
 */
const readers: Readonly<Record<string, (value: string, of: Attributes, context: SheetContext) => string>> = {
  n: (value, { s = '0' }, { texts, numberKinds }) => texts.number(value, numberKinds[Number(s)] ?? 'number'),
  s: (value, _, { sharedTexts }) => sharedTexts[Number(value)] ?? wrongValue(value),
  inlineStr: wrongValue,
  b: (value, _, { texts }) => texts.boolean(value),
};

function wrongValue(value: string): never {
  throw new Error(`no text ${value}`);
}

/** Takes the XML of a sheet in pieces. No row keeps more than the longest record, and one that is longer stays too long. */
export function sheetReader(context: SheetContext, listener: SheetListener): Promise<XmlReader> {
  let row = 0;
  let cells: string[] = [];
  let length = 0;
  let column = -1;
  let attributes: Attributes = {};
  let value = '';
  let isValue = false;
  let isFormula = false;
  const inline = textCollector();

  function openRow(number: string | undefined): void {
    const next = number === undefined ? row + 1 : Number(number);
    if (!Number.isInteger(next) || next <= row || next > MOST_ROWS)
      throw new Error(`row ${number} after ${row}`);
    row = next;
    cells = [];
    length = 0;
    column = -1;
  }

  function openCell(of: Attributes): void {
    attributes = of;
    column = of.r === undefined ? column + 1 : columnIndex(of.r);
    if (column < cells.length || column >= SHEET_COLUMNS) throw new Error(`cell ${of.r} in row ${row}`);
    value = '';
    isFormula = false;
  }

  function closeCell(): void {
    const text = textOf();
    if (text === '' || length > LONGEST_RECORD) return;
    if (column >= MOST_COLUMNS) throw new UnusableFile({ code: 'tooManyColumns', most: MOST_COLUMNS });
    while (cells.length < column) cells.push('');
    cells.push(text);
    length += text.length + 1;
  }

  function textOf(): string {
    const inlineText = inline.take();
    const { t: type = 'n' } = attributes;
    if (type === 'inlineStr' && value === '') return inlineText;
    if (value !== '') return readers[type]?.(value, attributes, context) ?? value;
    const isUnknown = isFormula && type !== 'str';
    return isUnknown ? context.texts.formulaWithoutValue(`${columnName(column)}${row}`) : '';
  }

  return xmlReader({
    open(name, of) {
      if (name === 'c') openCell(of);
      else if (name === 'v') isValue = true;
      else if (name === 'f') isFormula = true;
      else if (name === 'row') openRow(of.r);
      else if (name === 'mergeCell') listener.merged(of.ref ?? '');
      else inline.open(name);
    },
    text(text) {
      if (isValue) value = (value + text).slice(0, LONGEST_TEXT);
      else inline.text(text);
    },
    close(name) {
      if (name === 'v') isValue = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') listener.row({ number: row, cells });
      else inline.close(name);
    },
  });
}
