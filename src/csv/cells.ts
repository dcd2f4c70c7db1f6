/** The separators of cells, in the order of preference. */
export const SEPARATORS = [';', '\t', ','] as const;

export type Separator = (typeof SEPARATORS)[number];

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), also after invisible characters: spaces
 * of any kind, byte order marks. Full-width signs count as signs.
 */
const FORMULA = /^[\s\p{C}]*(?:[\t\r]|[=+\-@\uff1d\uff0b\uff0d\uff20])/u;
/** By character code, because every cell is checked: ASCII characters that begin no formula. */
const isHarmlessStart = Array.from(
  { length: 128 },
  (_, code) => !FORMULA.test(String.fromCharCode(code)) && code > 32 && code < 127,
);
/** Signed numbers are not formulas: they stay numbers. */
const NUMBER = /^[+-]\d[\d\s]*(?:[.,]\d+)?$/;

/** A text from outside as a cell: an apostrophe disarms what could be a formula, and quotes are added where needed. */
export function cellOf(text: string, separator: Separator): string {
  const isFormula = beginsLikeFormula(text) && !NUMBER.test(text.trim());
  if (isFormula) return quoted(`'${text}`);
  return text.includes(separator) || /["\r\n]/.test(text) ? quoted(text) : text;
}

export function beginsLikeFormula(cell: string): boolean {
  if (cell === '' || isHarmlessStart[cell.charCodeAt(0)]) return false;
  return FORMULA.test(cell);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
