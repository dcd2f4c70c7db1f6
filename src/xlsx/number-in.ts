import type { Separator } from '../csv/cells.ts';

/** Digits that a spreadsheet keeps of a number. */
const DIGITS = 15;

/** No leading zeros, which mean something to their sender; never three decimals, which may be thousands, but behind a zero. */
const POINT = /^-?(?:0(?:\.\d+)?|[1-9]\d*(?:\.(?:\d{1,2}|\d{4,}))?)$/;
const COMMA = /^-?(?:0,\d+|[1-9]\d*,(?:\d{1,2}|\d{4,}))$/;

/**
 * The number in a cell of CSV, for XML; null for a text.
 *
 * @param separator a comma is decimal where it does not separate cells
 */
export function numberIn(cell: string, separator: Separator): string | null {
  if (cell.length > DIGITS + 2) return null;
  const isNumber = POINT.test(cell) || (separator !== ',' && COMMA.test(cell));
  if (!isNumber) return null;
  return cell.replace(/\D/g, '').length > DIGITS ? null : cell.replace(',', '.');
}
