/**
 * Whether lists and objects lie inside each other deeper than so many levels, below which it does not look: what
 * `JSON.parse` accepts may be too deep to be walked through or written again.
 */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isNestedDeeper(each, levels - 1));
}
