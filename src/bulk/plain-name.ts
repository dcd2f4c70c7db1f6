/** A name without what people write in several ways: capitals, accents, spaces, `_` and `-`. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s_-]/g, '')
    .toLowerCase();
}
