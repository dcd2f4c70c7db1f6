/**
 * Whether lists and objects are nested deeper than this. It looks no deeper: what `JSON.parse` accepts may be too deep to
 * walk through or to write again.
 */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isNestedDeeper(each, levels - 1));
}
