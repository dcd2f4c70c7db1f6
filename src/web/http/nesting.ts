/**
 * Whether lists and objects are nested deeper than this. It looks no deeper: what `JSON.parse` accepts may be too deep to
 * walk through or to write again.
 */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((each) => isNestedDeeper(each, levels - 1));
  for (const name in value) if (isNestedDeeper(value[name as keyof typeof value], levels - 1)) return true;
  return false;
}
