import * as z from 'zod';
import { adminDataSchema, isAdminData } from '../../database/tax-years/admin-data.ts';
import { taxYearSchema } from '../../tax/years/tax-year-schema.ts';
import type { TaxYearTexts } from './tax-years-texts.ts';

type Node = z.core.JSONSchema.BaseSchema;

/** What is allowed at a path of a file's values, as a JSON Schema; null where nothing is. */
export function allowedAt(values: unknown, path: readonly PropertyKey[]): Node | null {
  const schema = z.toJSONSchema(isAdminData(values) ? adminDataSchema : taxYearSchema, { io: 'input' });
  return path.reduce<Node | null>((node, key) => node && inside(node, key), schema);
}

function inside(nullable: Node, key: PropertyKey): Node | null {
  const node = withoutNull(nullable);
  const child = typeof key === 'number' ? node.items : node.properties?.[String(key)];
  const found = child ?? node.additionalProperties;
  return typeof found === 'object' && !Array.isArray(found) ? found : null;
}

function withoutNull(node: Node): Node {
  const [what] = node.anyOf ?? [];
  return typeof what === 'object' ? what : node;
}

/** The possible keys of a section. */
export function keysOf(nullable: Node): readonly string[] {
  const { properties, propertyNames } = withoutNull(nullable);
  if (properties) return Object.keys(properties);
  return typeof propertyNames === 'object' ? (propertyNames.enum ?? []).map(String) : [];
}

/** The formats of texts. */
const FORMATS: Readonly<Record<string, 'url' | 'date'>> = { uri: 'url', date: 'date' };

/** What is allowed, in words. */
export function describe(node: Node, texts: TaxYearTexts): string {
  const { allowed } = texts;
  if (node.anyOf) return allowed.orNull(describe(withoutNull(node), texts));
  const { type, minimum, maximum, items } = node;
  if (type === 'array') return allowed.listOf(describe(items as Node, texts));
  if (type === 'object') return allowed.keys(keysOf(node));
  if (type === 'string') return allowed[FORMATS[node.format ?? ''] ?? 'text'];
  if (maximum === undefined) return allowed.anyNumber;
  if (maximum === 1) return allowed.fraction;
  return allowed[type === 'integer' ? 'whole' : 'number'](minimum ?? 0, maximum);
}
