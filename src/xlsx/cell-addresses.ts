/** The limits of a sheet. */
export const SHEET_COLUMNS = 16_384;
export const MOST_ROWS = 1_048_576;

/** Of a table of households: one cell at the end of each row would make a small workbook a large text. */
export const MOST_COLUMNS = 1_000;

const names: string[] = [];

/** `A`, `Z`, `AA`… for 0, 25, 26… */
export function columnName(index: number): string {
  for (let next = names.length; next <= index; next++) names.push(nameOf(next));
  return names[index] ?? '';
}

function nameOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : nameOf(Math.floor(index / 26) - 1) + last;
}

/** The column of `AB12`, from 0; −1 without a column. */
export function columnIndex(address: string): number {
  let index = 0;
  for (let at = 0; at < address.length; at++) {
    const letter = address.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    index = 26 * index + letter;
  }
  return index - 1;
}
