/** The data of a YAML mapping, before validation. */
export type RawSection = Readonly<Record<string, unknown>>;

export function isSection(value: unknown): value is RawSection {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A section of the file; empty when it is absent or not a section. */
export function sectionOf(data: RawSection, name: string): RawSection {
  const section = Object.hasOwn(data, name) ? data[name] : undefined;
  return isSection(section) ? section : {};
}

/** The value at a path of keys and indexes; undefined when there is none. */
export function rawValue(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );
}
