/** Longer than any meaningful number: amounts are read only up to here. */
const MAX_CHARACTERS = 1_000;

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_CHARACTERS;
}

/**
 * The result of Python's `int()` in the earlier application for a JSON value (contract §2.5): numbers are cut toward
 * zero, strings may have blanks around, a sign and `_` between digits, true and false count as 1 and 0. Null when it
 * would have refused, and for a text of more than a thousand characters.
 */
export function pythonInt(value: unknown): number | null {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) + 0 : null;
  if (!isShortText(value) || !/^\s*[+-]?\d+(_\d+)*\s*$/.test(value)) return null;
  return Number(value.replaceAll('_', '')) + 0;
}

/** The same for `float()`. */
export function pythonFloat(value: unknown): number | null {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (!isShortText(value) || !/^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)) return null;
  return Number(value);
}
