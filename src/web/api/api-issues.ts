import type * as z from 'zod';
import { excerpt } from '../http/limits.ts';
import type { ApiIssue } from './api-problem.ts';
import { fieldDocs } from './field-docs.ts';

type Path = readonly PropertyKey[];
type ZodIssue = z.core.$ZodIssue;

/** The issues found by a schema, one for each value or unknown member. `body` is the refused body. */
export function issuesOf(error: z.ZodError, body: unknown): ApiIssue[] {
  const pointers = new Set<string>();
  return error.issues
    .flatMap((zodIssue) =>
      zodIssue.code === 'unrecognized_keys' ? unknownMembers(zodIssue, body) : [issue(zodIssue, body)],
    )
    .filter(({ pointer }) => !pointers.has(pointer) && pointers.add(pointer));
}

/** An issue of the value at a path. */
export function issueAt(path: Path, body: unknown, detail: string, allowed = allowedAt(path)): ApiIssue {
  const value = valueAt(body, path);
  return {
    pointer: path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    field: excerpt(fieldName(path)),
    ...(value !== undefined && { value: shortened(value) }),
    detail,
    allowed,
  };
}

function unknownMembers(
  { path, keys }: ZodIssue & { readonly code: 'unrecognized_keys' },
  body: unknown,
): ApiIssue[] {
  return keys.map((key) => issueAt([...path, key], body, 'is not known', allowedAt(path)));
}

const details: Partial<Record<ZodIssue['code'], string>> = {
  invalid_value: 'is none of the allowed values',
  too_small: 'is too small',
  too_big: 'is too large',
};

function issue(zodIssue: ZodIssue, body: unknown): ApiIssue {
  return issueAt(zodIssue.path, body, detailOf(zodIssue, body));
}

function detailOf(zodIssue: ZodIssue, body: unknown): string {
  if (zodIssue.code === 'custom') return zodIssue.message;
  const value = valueAt(body, zodIssue.path);
  if (value === undefined) return 'is missing';
  if (zodIssue.code === 'invalid_type') return typeDetail(zodIssue.expected, value);
  return details[zodIssue.code] ?? 'is not allowed';
}

function typeDetail(expected: string, value: unknown): string {
  return expected === 'int' && typeof value === 'number' ? 'is not a whole number' : 'has the wrong type';
}

function allowedAt(path: Path): string {
  const pattern = fieldName(path.map((key) => (typeof key === 'number' ? '' : key)));
  return fieldDocs[pattern] ?? '';
}

/** `household.declarants[0].salary`; list indexes are numbers, or empty for any. */
function fieldName(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number' || key === '') return `[${String(key)}]`;
      return `${index === 0 ? '' : '.'}${String(key)}`;
    })
    .join('');
}

/** Own members only: `__proto__` counts only when the body names it. */
function valueAt(body: unknown, path: Path): unknown {
  let value = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Numbers, booleans and null as they are; long values are cut. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'object') return value === null ? null : excerpt(value);
  return Number.isFinite(value) || typeof value === 'boolean' ? value : String(value);
}
