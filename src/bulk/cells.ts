import type { Separator } from './separator.ts';

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
const FORMULA_SIGNS = '=+-@\t\r';
/** By character code up to `@`, since every cell is asked. */
const isFormulaSign = Array.from({ length: 65 }, (_, code) =>
  FORMULA_SIGNS.includes(String.fromCharCode(code)),
);
/** Signed numbers are no formulas: they stay numbers. */
const NUMBER = /^[+-]\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?$/;

/** A text from outside as a cell: disarmed with an apostrophe when it could be a formula, quoted when it has to be. */
export function cellOf(text: string, separator: Separator): string {
  const isFormula = beginsLikeFormula(text) && !NUMBER.test(text);
  if (isFormula) return quoted(`'${text}`);
  return text.includes(separator) || /["\r\n]/.test(text) ? quoted(text) : text;
}

export function beginsLikeFormula(cell: string): boolean {
  const code = cell.charCodeAt(0);
  return code < isFormulaSign.length && isFormulaSign[code] === true;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
