import * as z from 'zod';

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The validating schema as the document shows it. Rules between fields are in the descriptions. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return withoutDefaults(withoutSafeBounds(rest)) as JsonSchema;
}

/** The bounds of exact integers do not help readers. */
function withoutSafeBounds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSafeBounds);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, each]) => Math.abs(Number(each)) !== Number.MAX_SAFE_INTEGER);
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutSafeBounds(each)]));
}

/** Client generators require members that have a default: the description states the default instead. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, each]) => key !== 'default' || typeof each === 'object');
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutDefaults(each)]));
}

/** Adds to each field its allowed values, in the words of the problems. */
export function described(
  schema: JsonSchema,
  texts: Readonly<Record<string, string>>,
  path = '',
): JsonSchema {
  const { properties, items } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly items?: JsonSchema;
  };
  const field = (name: string) => (path === '' ? name : `${path}.${name}`);
  return {
    ...schema,
    ...(texts[path] && { description: texts[path] }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, described(each, texts, field(name))]),
      ),
    }),
    ...(items && { items: described(items, texts, `${path}[]`) }),
  };
}
